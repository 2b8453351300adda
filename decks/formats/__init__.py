"""Card files of every shape we read: `parse` turns bytes into packs.

A new format is one module with NAME, `recognises(document)` and `parse(document)`, listed in FORMATS.
It reads JSON only, and never touches the database.
"""
from __future__ import unicode_literals

import json
from collections import OrderedDict

from decks.formats import deck_file, jah_compact
from decks.formats.shapes import FormatError

FORMATS = (jah_compact, deck_file)


def parse(content):
    """shapes.Parsed of a file given as bytes. Raises FormatError with one line that says what is wrong."""
    document = read_json(content)
    return sniff(document).parse(document)


def read_json(content):
    """The document in UTF-8 bytes, objects in the order of the file. Raises FormatError."""
    try:
        return json.loads(content.decode("utf-8-sig"), object_pairs_hook=OrderedDict)
    except UnicodeDecodeError as error:
        raise FormatError("the file is not UTF-8 text (byte %d); save it as UTF-8" % error.start)
    except ValueError as error:
        raise FormatError("the file is not JSON: %s" % error)
    except RuntimeError:
        raise FormatError("the file is not a deck: its lists are nested too deeply")


def sniff(document):
    """The format module that reads this document. Raises FormatError when none does."""
    for module in FORMATS:
        if module.recognises(document):
            return module
    raise FormatError(
        'this is no card file we know: wanted is an object with "white", "black" and "packs" '
        '(JSON Against Humanity, compact), or with "name", "black" and "white" (a deck file)')
