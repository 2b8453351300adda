# -*- coding: utf-8 -*-
"""The decks that come with the game are set as print in their language is: quotes, spaces, first and last marks."""
from __future__ import unicode_literals

import re
import unicodedata

import pytest

from tests.decks.cards.starters import ALL, in_language, named

# How quotes open and close; Hebrew has one sign for both, and for its abbreviations.
QUOTES = {"en": ["“”"], "de": ["„“"], "fr": ["«»"], "es": ["«»", "“”"], "pl": ["„”"], "he": ["“”", "„”"]}
SIGNS = "“”„«»"
# English whites start small so that they read well inside a sentence; these words are always written large.
NAMES = {
    "Aunt", "Cinderella’s", "Dad", "Dad’s", "Grandma", "Grandma’s", "Grandpa", "Grandpa’s", "Great-Aunt",
    "Humpty",
    "JSON", "Mum’s", "NaN", "P.E.", "Pluto", "Santa", "Saturn", "Tuesday", "Uncle", "Vikings",
}
# A French mark without its space, a quote without one, and a space that breaks.
FRENCH_FAULT = re.compile("[^\u00a0\u202f][?!:;»]|«[^\u00a0\u202f]", re.UNICODE)


@pytest.fixture(params=ALL, ids=named)
def deck(request):
    return request.param


def unclosed(text, pairs):
    """Whether the quotes of a text are not closed in turn, or are not those of these pairs."""
    left = "".join(sign for sign in text if sign in SIGNS)
    for _nested in range(4):
        for pair in pairs:
            left = left.replace(pair, "")
    return bool(left)


def test_its_texts_are_plain(deck):
    assert [text for text in deck.texts if re.search(r"[<>]|&#?\w+;", text)] == []
    assert [text for text in deck.texts if any(unicodedata.category(sign)[0] == "C" for sign in text)] == []


def test_its_spacing_is_tidy(deck):
    assert [text for text in deck.texts if re.search(r"\s\s|^\s|\s$|\s[.,]", text, re.UNICODE)] == []


def test_its_apostrophes_are_curly_and_its_dots_are_one_sign(deck):
    assert [text for text in deck.texts if re.search("[\"'`]|\\.\\.\\.", text)] == []


def test_its_quotes_are_those_of_its_language_and_closed(deck):
    assert [text for text in deck.texts if unclosed(text, QUOTES[deck.language])] == []


def test_its_white_cards_have_no_final_mark(deck):
    assert [text for text in deck.white if re.search(r"[.,;:!?…]$", text)] == []


def test_its_black_cards_end_as_sentences_do(deck):
    assert [text for text in deck.black if not re.search(r"[.!?…_]\s?[”“»״)]?$|, Mum”$", text, re.UNICODE)] == []


def test_white_cards_in_english_start_small_unless_with_a_name():
    firsts = [text.split()[0].rstrip(",") for deck in in_language("en") for text in deck.white]
    assert [first for first in firsts if first[0].isupper() and first not in NAMES] == []


def test_french_marks_have_a_space_that_does_not_break():
    assert [text for deck in in_language("fr") for text in deck.texts if FRENCH_FAULT.search(text)] == []


def test_spanish_questions_and_exclamations_are_opened():
    assert [text for deck in in_language("es") for text in deck.texts
            if any(text.count(one) != text.count(other) for one, other in ("¿?", "¡!"))] == []
