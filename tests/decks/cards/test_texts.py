"""Card texts made regular."""
from __future__ import unicode_literals

import pytest

from decks.cards.texts import CardError, black_text, card_key, count_blanks, draw_for, pick_for, white_text
from decks.limits import CARD_LENGTH


@pytest.mark.parametrize("raw, text", [
    ("Our mascot is ____.", "Our mascot is _."),
    ("\ufffd\ufffd is my hobby", "_ is my hobby"),
    ("Why?", "Why? _"),
    ("I am late because", "I am late because _"),
])
def test_it_writes_one_mark_for_a_blank(raw, text):
    assert black_text(raw, 1) == text


def test_it_adds_the_blanks_that_are_missing():
    assert black_text("Name three things.", 3) == "Name three things. _ _ _"
    assert black_text("_ and friends:", 2) == "_ and friends: _"


def test_it_refuses_more_blanks_than_cards_to_pick():
    with pytest.raises(CardError) as caught:
        black_text("_ and _", 1)
    assert "make the pick 2" in str(caught.value)


@pytest.mark.parametrize("raw, pick, text", [
    ("____{1} or not ____{1}", 1, "_{1} or not _{1}"),
    ("_{2}, then _{1^}, then _{2!}", 2, "_{2}, then _{1^}, then _{2!}"),
    ("_ and _{1}", 1, "_ and _{1}"),
    ("_{^} and _{!}", 2, "_{^} and _{!}"),
    ("{2} braces {}, _{} and _{x}", 2, "{2} braces {}, _{} and _{x}"),
])
def test_a_blank_may_name_its_answer_and_how_it_is_written(raw, pick, text):
    assert black_text(raw, pick) == text and black_text(text, pick) == text


def test_one_answer_may_fill_several_blanks_where_that_is_meant():
    assert black_text("_ or not _", 1, shared=True) == "_ or not _"
    assert black_text("Why?", 2, shared=True) == "Why? _ _"


@pytest.mark.parametrize("raw, pick, advice", [
    ("_{3} and _{1} and _{2}", 2, "it names answer 3 and has a pick of 2; make the pick 3"),
    ("_{2}!", 2, "no blank takes answer 1; write _{1}"),
    ("_{1} and _{1}", 2, "no blank takes answer 2; write _{2}"),
    ("_ and _ and _{1}", 1, "it has 2 blanks and a pick of 1; make the pick 2"),
])
def test_it_refuses_answers_that_do_not_fit_the_pick(raw, pick, advice):
    with pytest.raises(CardError) as caught:
        black_text(raw, pick)
    assert advice in str(caught.value)


@pytest.mark.parametrize("raw, blanks, pick", [
    ("Why?", 0, 1), ("____ and \ufffd", 2, 2), ("_{1}, _{1} and _{1!}", 3, 1), ("_{2} and _{1}", 2, 2),
    ("_{!} and _{^}", 2, 2), ("_ and _{3}", 2, 3), ("_{0} {2}", 1, 1)])
def test_it_counts_the_blanks_and_the_answers_they_ask_for(raw, blanks, pick):
    assert (count_blanks(raw), pick_for(raw)) == (blanks, pick)


@pytest.mark.parametrize("pick", [0, 11, -1, "1", 1.0, None, True])
def test_it_refuses_a_pick_that_is_no_number_from_1_to_10(pick):
    with pytest.raises(CardError) as caught:
        black_text("Why?", pick)
    assert "from 1 to 10" in str(caught.value)


@pytest.mark.parametrize("raw, text", [
    ("Fish &amp; chips", "Fish & chips"),
    ("Caf&eacute; &#8364;5 &#x1F600;", "Caf\xe9 \u20ac5 \U0001f600"),
    ("it&apos;s &lt;b&gt;", "it's <b>"),
    ("R&D; &unknown; & so on", "R&D; &unknown; & so on"),
    ("too big &#9999999;", "too big &#9999999;"),
])
def test_it_turns_entities_into_plain_characters(raw, text):
    assert white_text(raw) == text


@pytest.mark.parametrize("raw, text", [
    ("  two \t spaces\u00a0here ", "two spaces here"),
    ("Quoi\u00a0? Non\u202f! \u00ab\u00a0_ \u00bb \u00a0; _", "Quoi\u00a0? Non\u202f! \u00ab\u00a0_ \u00bb\u00a0; _"),
    ("one\r\n\n  two  ", "one\ntwo"),
])
def test_it_folds_spacing_and_keeps_lines(raw, text):
    assert white_text(raw) == text


@pytest.mark.parametrize("raw, code", [
    ("bell\x07", "U+0007"), ("&#0;&#27;", "U+001B"), ("half \ud83d", "U+D83D"), ("turned \u202e", "U+202E"),
    ("kept apart \u2067", "U+2067")])
def test_it_refuses_control_characters(raw, code):
    with pytest.raises(CardError) as caught:
        white_text(raw)
    assert code in str(caught.value)


@pytest.mark.parametrize("raw", ["", "  \n ", "\u200b", "&nbsp;"])
def test_it_refuses_an_empty_text(raw):
    with pytest.raises(CardError) as caught:
        white_text(raw)
    assert "empty" in str(caught.value)


def test_it_refuses_what_is_no_text():
    with pytest.raises(CardError) as caught:
        white_text(7)
    assert "not a string" in str(caught.value)


def test_it_takes_a_text_of_exactly_the_limit():
    assert white_text("x" * CARD_LENGTH) == "x" * CARD_LENGTH
    with pytest.raises(CardError) as caught:
        white_text("x" * (CARD_LENGTH + 1))
    assert "501 characters, the limit is 500" in str(caught.value)


def test_it_counts_added_blanks_towards_the_limit():
    with pytest.raises(CardError):
        black_text("x" * CARD_LENGTH, 1)


def test_it_is_the_same_when_made_regular_twice():
    once = black_text("Why &amp; how?\n\n____", 2)
    assert black_text(once, 2) == once


@pytest.mark.parametrize("other", ["free cake", "Free  Cake.", "FREE\ncake .", " free cake"])
def test_cards_that_read_the_same_share_a_key(other):
    assert card_key(other) == card_key("Free cake")


@pytest.mark.parametrize("other", ["Free cake!", "Freecake", "Free cakes"])
def test_cards_that_read_otherwise_do_not(other):
    assert card_key(other) != card_key("Free cake")


def test_a_card_that_asks_for_many_deals_more():
    assert [draw_for(pick) for pick in (1, 2, 3, 4)] == [0, 0, 2, 3]
