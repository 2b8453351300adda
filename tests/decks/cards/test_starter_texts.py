# -*- coding: utf-8 -*-
"""The decks that come with the game are big enough, each joke is told once, and any white fits any blank.

Whether a card is funny no test can tell.
"""
from __future__ import unicode_literals

import re

import pytest

from decks.cards.similarity import Nearby
from decks.cards.texts import card_key, pick_for
from decks.imports.formats import deck_file
from tests.decks.cards.starters import ALL, in_language, named

HEAD = {"name", "slug", "language", "rating", "description", "author", "licence"}
# {file: the fewest white cards, black cards, those with a pick of 2, those with a pick of 3}
LEAST = {"family": (440, 100, 14, 6), "software": (180, 48, 6, 2)}
LEAST_OF_FAMILY = (250, 60, 8, 0)
# An English white that starts like this is a clause or an order, and breaks the sentence around the blank.
NOT_A_NOUN = set("and are as at because but can do don’t for go he i if in is it it’s let’s on or please she so they "
                 "to was we when with you".split())


@pytest.fixture(params=ALL, ids=named)
def deck(request):
    return request.param


def repeated(texts):
    keys = [card_key(text) for text in texts]
    return [text for place, text in enumerate(texts) if keys[place] in keys[:place]]


def near(texts):
    """Pairs of texts that read nearly alike."""
    nearby, found = Nearby(10 ** 9), []
    for text in texts:
        found += [(text, other) for _similarity, other in nearby.near(text)]
        nearby.add(text, text)
    return found


def test_it_says_what_it_is(deck):
    assert set(deck.document) == HEAD | {"black", "white"}
    assert all(deck.document[key].strip() for key in HEAD)


def test_no_two_decks_share_an_address():
    slugs = [deck.document["slug"] for deck in ALL]
    assert sorted(set(slugs)) == sorted(slugs)


def test_family_decks_are_for_families_and_each_is_in_the_language_its_file_is_named_after():
    families = {deck.file_name: deck.language for deck in ALL if deck.file_name.startswith("family")}
    assert families.pop("family") == "en" and set(families) == {"family_" + code for code in ("de", "es", "fr", "he", "pl")}
    assert all(name == "family_" + language for name, language in families.items())
    assert {deck.document["rating"] for deck in ALL if deck.file_name.startswith("family")} == {"family"}


def test_it_is_big_enough_for_an_evening(deck):
    picks = [card["pick"] for card in deck.document["black"]]
    counts = len(deck.white), len(picks), picks.count(2), picks.count(3)
    least = LEAST.get(deck.file_name, LEAST_OF_FAMILY)
    assert [count for count, fewest in zip(counts, least) if count < fewest] == []


def test_it_is_stored_as_it_is_written(deck):
    parsed = deck_file.parse(deck.document)
    pack, = parsed.packs
    assert not parsed.errors and list(pack.white) == deck.white
    for (text, _pick, _draw), written in zip(pack.black, deck.black):
        assert text == written or written[-1] == "?" and text == written + " _"


def test_its_picks_count_the_blanks(deck):
    assert [card for card in deck.document["black"]
            if set(card) != {"text", "pick"} or not 1 <= card["pick"] <= 3 or pick_for(card["text"]) != card["pick"]] == []


def test_its_blanks_stand_apart_and_its_white_cards_hold_none(deck):
    touching = r"_[^\W_]|__" if deck.language == "he" else r"[^\W_]_|_[^\W_]|__"  # Hebrew writes "to" onto its word
    assert [text for text in deck.black if re.search(touching, text, re.UNICODE)] == []
    assert [text for text in deck.white if "_" in text] == []


def test_it_tells_each_joke_once(deck):
    assert repeated(deck.white) == repeated(deck.black) == []


def test_no_two_of_its_cards_read_nearly_alike(deck):
    assert near(deck.white) == near(deck.black) == []


def test_decks_in_one_language_share_no_card():
    for language in {deck.language for deck in ALL}:
        decks = in_language(language)
        assert repeated([text for deck in decks for text in deck.texts]) == []


def test_its_cards_are_short_enough_to_read(deck):
    assert [text for text in deck.white if not 0 < len(text) <= 120] == []
    assert [text for text in deck.black if not 0 < len(text) <= 200] == []


def test_white_cards_in_english_read_as_things_or_doings():
    assert [text for deck in in_language("en") for text in deck.white if card_key(text).split()[0] in NOT_A_NOUN] == []
