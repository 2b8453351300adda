"""Whatever files write in place of an answer becomes a blank, and other words stay as they are."""
from __future__ import unicode_literals

import pytest

from decks.imports import formats
from decks.imports.reading import rows
from tests.decks.imports.generic.shaping import as_json


@pytest.mark.parametrize("mark", [
    "%s", "{}", "{0}", "${1}", "{{blank}}", "[BLANK]", "<blank/>", "(blank)", "BLANK", "#blank#", "[...]", "......", "-----",
    "****", "\u2026\u2026", "_ _ _ _", "\u2581\u2581\u2581", "\u2017\u2017", "<u>   </u>", "__(1)__", "<input type=text>",
    '<span class="blank"></span>'])
def test_a_mark_for_a_blank_is_one(mark):
    assert rows.black_card("Why is %s in the sink?" % mark) == ("Why is _ in the sink?", 1, 0)


@pytest.mark.parametrize("text", ["And then..... what?", "Who said f**** it?", "Is it 100% safe?", "A (very) odd $1 bill?",
                                  "What is {very old} to you?"])
def test_marks_of_sentences_are_no_blanks(text):
    assert rows.black_card(text) == (text + " _", 1, 0)


def test_dollars_that_are_counted_are_blanks_and_others_are_money():
    assert rows.black_card("$1 is why $2 left.") == ("_ is why _ left.", 2, 0)
    assert rows.black_card("I sold it for $1.") == ("I sold it for $1. _", 1, 0)
    assert rows.black_card("Is it $1 or $2.50?")[0] == "Is it $1 or $2.50? _"


def test_a_card_with_a_blank_keeps_its_other_marks():
    assert rows.black_card("He said ..... and _ [...]")[0] == "He said ..... and _ [...]"
    assert rows.white_card("a long ..... silence") == "a long ..... silence"


def test_lines_that_have_such_marks_alone_are_asked_about():
    found = formats.parse(b"Why is ..... in the sink?\nfog, mostly\nOh ..... no", "tea.txt")
    assert not found.proposal["sure"] and len(found.packs[0].black) == 2


def test_a_list_of_black_cards_is_known_by_its_name():
    found = formats.parse(as_json({"black": ["Why %s?", "%s and %s."], "white": ["tea %s"]}))
    assert [card[:2] for card in found.packs[0].black] == [("Why _?", 1), ("_ and _.", 2)]
    assert found.packs[0].white == ("tea %s",)
