# -*- coding: utf-8 -*-
"""The decks that come with the game are big enough, clean and fit for any blank.

It reads the files alone and needs no Django; whether a card is funny it cannot tell.
"""
from __future__ import unicode_literals

import io
import json
import os
import re
import unicodedata
import unittest

FOLDER = os.path.join(os.path.dirname(__file__), "..", "..", "..", "decks", "starter")
HEAD = ("name", "slug", "language", "rating", "description", "author", "licence")
# Whites start small so that they read well inside a sentence; these words are always written large.
NAMES = {
    "Aunt", "Cinderella’s", "Dad", "Dad’s", "Grandma", "Grandma’s", "Grandpa", "Grandpa’s", "Great-Aunt",
    "Humpty",
    "JSON", "Mum’s", "NaN", "P.E.", "Pluto", "Santa", "Saturn", "Tuesday", "Uncle", "Vikings",
}
# A white that starts like this is a clause or an order, and breaks the sentence around the blank.
NOT_A_NOUN = {
    "and", "are", "as", "at", "because", "but", "can", "do", "don’t", "for", "go", "he", "i", "if", "in",
    "is", "it",
    "it’s", "let’s", "on", "or", "please", "she", "so", "they", "to", "was", "we", "when", "with", "you",
}


def read_deck(slug):
    with io.open(os.path.join(FOLDER, slug + ".json"), encoding="utf-8") as lines:
        return json.load(lines)


def bare(text):
    """The text without what players would not notice: case, spacing, quote shapes and a final period."""
    straight = text.replace("’", "'").replace("“", '"').replace("”", '"')
    return " ".join(straight.lower().split()).rstrip(".")


def repeated(texts):
    seen = set()
    return [text for text in texts if bare(text) in seen or seen.add(bare(text))]


class StarterDeck(object):
    """What holds for every starter deck; a subclass names the deck and its smallest sizes."""

    slug = None
    least_white = least_black = least_pick_two = least_pick_three = 0

    @classmethod
    def setUpClass(cls):
        cls.deck = read_deck(cls.slug)
        cls.white = cls.deck["white"]
        cls.black = [card["text"] for card in cls.deck["black"]]
        cls.texts = cls.white + cls.black

    def assert_none(self, bad):
        self.assertEqual([], list(bad))

    def test_it_says_what_it_is(self):
        self.assert_none(key for key in HEAD if not self.deck[key].strip())
        self.assertEqual(self.slug, self.deck["slug"])
        self.assertEqual(set(HEAD) | {"black", "white"}, set(self.deck))

    def test_it_is_big_enough_for_an_evening(self):
        self.assertGreaterEqual(len(self.white), self.least_white)
        self.assertGreaterEqual(len(self.black), self.least_black)

    def test_it_has_black_cards_with_two_and_three_blanks(self):
        picks = [card["pick"] for card in self.deck["black"]]
        self.assertGreaterEqual(picks.count(2), self.least_pick_two)
        self.assertGreaterEqual(picks.count(3), self.least_pick_three)

    def test_it_tells_each_joke_once(self):
        self.assert_none(repeated(self.white))
        self.assert_none(repeated(self.black))

    def test_its_cards_are_short_enough_to_read(self):
        self.assert_none(text for text in self.white if not 0 < len(text) <= 120)
        self.assert_none(text for text in self.black if not 0 < len(text) <= 200)

    def test_its_picks_count_the_blanks(self):
        self.assert_none(card for card in self.deck["black"] if set(card) != {"text", "pick"})
        self.assert_none(card for card in self.deck["black"] if card["text"].count("_") != card["pick"])
        self.assert_none(card for card in self.deck["black"] if not 1 <= card["pick"] <= 3)

    def test_its_blanks_are_single_and_stand_apart(self):
        self.assert_none(text for text in self.black if "__" in text)
        self.assert_none(text for text in self.black if re.search(r"[^\W_]_|_[^\W_]", text))

    def test_its_white_cards_hold_no_blank(self):
        self.assert_none(text for text in self.white if "_" in text)

    def test_its_texts_are_plain(self):
        self.assert_none(text for text in self.texts if re.search(r"[<>]|&#?\w+;", text))
        self.assert_none(text for text in self.texts
                         if any(unicodedata.category(sign)[0] == "C" for sign in text))

    def test_its_spacing_is_tidy(self):
        self.assert_none(text for text in self.texts if text != " ".join(text.split()))

    def test_its_quotes_are_curly_and_closed(self):
        self.assert_none(text for text in self.texts if re.search("[\"'`]", text))
        self.assert_none(text for text in self.texts if text.count("“") != text.count("”"))

    def test_its_white_cards_have_no_final_mark(self):
        self.assert_none(text for text in self.white if re.search(r"[.,;:!?…]$", text))

    def test_its_white_cards_start_small_unless_with_a_name(self):
        firsts = [text.split()[0].rstrip(",") for text in self.white]
        self.assert_none(first for first in firsts if first[0].isupper() and first not in NAMES)

    def test_its_white_cards_read_as_things_or_doings(self):
        self.assert_none(text for text in self.white if bare(text).replace("'", "’").split()[0] in NOT_A_NOUN)

    def test_its_black_cards_end_as_sentences_do(self):
        self.assert_none(text for text in self.black if not re.search(r"[.!?_]”?$|, Mum”$", text))


class FamilyDeckTest(StarterDeck, unittest.TestCase):

    slug = "family"
    least_white, least_black, least_pick_two, least_pick_three = 440, 100, 14, 6

    def test_it_is_fit_for_the_family(self):
        self.assertEqual("family", self.deck["rating"])


class SoftwareDeckTest(StarterDeck, unittest.TestCase):

    slug = "software"
    least_white, least_black, least_pick_two, least_pick_three = 180, 48, 6, 2

    def test_it_shares_no_card_with_the_family_deck(self):
        family = read_deck("family")
        self.assert_none(repeated(self.white + family["white"]))
        self.assert_none(repeated(self.black + [card["text"] for card in family["black"]]))


if __name__ == "__main__":
    unittest.main()
