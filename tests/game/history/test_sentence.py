"""Black cards filled on the server read like those the browser fills."""
from __future__ import unicode_literals

import io
import json
import os

import pytest

from game.history.sentence import Part, fill
from tests.sources import ROOT

# The same examples are held before static/js/kit/text.js by tests/js/kit/text.test.mjs.
with io.open(os.path.join(ROOT, "tests", "sentences.json"), encoding="utf-8") as source:
    EXAMPLES = json.load(source)


def plain(black, pick, *cards):
    return "".join(part.text for part in fill(black, pick, cards))


@pytest.mark.parametrize("black, pick, cards, filled", EXAMPLES, ids=[example[0] for example in EXAMPLES])
def test_it_reads_like_in_the_browser(black, pick, cards, filled):
    assert plain(black, pick, *cards) == filled


def test_a_blank_without_a_card_stays_open():
    assert plain("_ and _.", 2, "a duck") == "A duck and ____."


def test_it_marks_answers_and_emphasis():
    assert fill("*_* is <i>", 1, ["x"]) == [Part("X", True, True), Part(" is <i>", False, False)]
    assert fill("A _", 1, ["b *c*"]) == [Part("A ", False, False), Part("b ", True, False),
                                         Part("c", True, True)]
