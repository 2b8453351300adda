"""The sample files as bytes, and short ways to what becomes of a file."""
from __future__ import unicode_literals

import io
import os

import pytest

from decks.imports import formats
from decks.imports.reading.shapes import FormatError

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "samples")


def content(name):
    """The bytes of a sample file."""
    with io.open(os.path.join(FOLDER, name), "rb") as source:
        return source.read()


def parsed(name):
    """Parsed of a sample file."""
    return formats.parse(content(name), name)


def counts(parsed):
    """[(name, black cards, white cards)] of the packs."""
    return [(pack.name, len(pack.black), len(pack.white)) for pack in parsed.packs]


def refusal(content, name=""):
    """What is said of a file that is refused, on one line."""
    with pytest.raises(FormatError) as caught:
        formats.parse(content, name)
    said = "%s" % caught.value
    assert "\n" not in said
    return said


def problems(parsed):
    """[(kind, row, line, problem)] of the rows that were left out."""
    return [(error.kind, error.row, error.line, error.problem) for error in parsed.errors]
