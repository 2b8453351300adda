"""Black cards filled on the server read like those the browser fills."""
from __future__ import unicode_literals

import pytest

from game.sentence import Part, fill


def plain(black, pick, *cards):
    return "".join(part.text for part in fill(black, pick, cards))


@pytest.mark.parametrize("black, cards, filled", [
    ("_ and _.", ["a duck", "taxes"], "A duck and taxes."),
    ("____!", ["Ducks"], "Ducks!"),
    ("I like _.", ["a duck."], "I like a duck."),
    ("Then _", ["well..."], "Then well..."),
    ("_ walked in. _ left.", ["a duck", "*taxes*"], "A duck walked in. Taxes left."),
    ("Why? _", ["\u201cno\u201d"], "Why? \u201cNo\u201d"),
    ("\u201c_\u201d, she said.", ["\u00e9clairs"], "\u201c\u00c9clairs\u201d, she said."),
    ("And then... _", ["a duck"], "And then... a duck"),
    ("_ broke.", ["iPads"], "iPads broke."),
    ("5 * 3 is _", ["a duck"], "5 * 3 is a duck"),
])
def test_it_reads_like_in_the_browser(black, cards, filled):
    assert plain(black, len(cards), *cards) == filled


def test_the_last_card_is_repeated_where_there_are_more_blanks():
    assert plain("_, _ and _", 1, "tea") == "Tea, tea and tea"
    assert plain("_, _ and _", 2, "tea", "cake") == "Tea, cake and cake"


def test_answers_without_a_blank_follow_on_a_line_of_their_own():
    assert plain("Why?", 1, "Taxes.") == "Why?\nTaxes."
    assert plain("Three wishes?", 3, "a", "b", "c") == "Three wishes?\nA b c"


def test_a_blank_without_a_card_stays_open():
    assert plain("_ and _.", 2, "a duck") == "A duck and ____."


def test_it_marks_answers_and_emphasis():
    assert fill("*_* is <i>", 1, ["x"]) == [Part("X", True, True), Part(" is <i>", False, False)]
    assert fill("A _", 1, ["b *c*"]) == [Part("A ", False, False), Part("b ", True, False), Part("c", True, True)]
