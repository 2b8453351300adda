"""Cards that read the same or nearly the same."""
from __future__ import unicode_literals

import random

import pytest

from common.compat import edit_distance
from decks.cards.similarity import Nearby
from decks.cards.texts import fingerprint
from decks.editing import duplicates
from decks.models import WhiteCard
from tests.decks.people import a_person, an_own_deck

CALM = 10 ** 9


def by_the_book(one, other):
    """The edit distance, for all letters."""
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        before, row = row, [place]
        for column, another in enumerate(other, 1):
            row.append(min(before[column] + 1, row[-1] + 1, before[column - 1] + (letter != another)))
    return row[-1]


def test_the_distance_is_that_of_the_book_as_far_as_it_looks():
    chance = random.Random(7)
    for _ in range(400):
        one, other = ["".join(chance.choice("abc") for _ in range(chance.randrange(9))) for _ in range(2)]
        for most in (0, 1, 2, 4, 9):
            assert edit_distance(one, other,
                                 most) == min(by_the_book(one, other), most + 1), (one, other, most)


def near(one, other):
    shelf = Nearby(CALM)
    shelf.add(one, "it")
    return bool(shelf.near(other))


@pytest.mark.parametrize("other", [
    "The last biscuit in the tin", "the last bisquit in the tin!", "That last biscuit in the tin",
    "The last biscuits in the tin",
    "The last biscuit in that tin", "the \u201clast\u201d biscuit \u2013 in the tin\u2122"])
def test_a_slip_anywhere_is_near(other):
    assert near("The last biscuit in the tin", other)


@pytest.mark.parametrize("one, other", [
    ("Tea", "Pea"), ("The last biscuit in the tin", "The first biscuit in the box"),
    ("A cup of tea", "A mug of tea"),
    ("", "Tea"), ("?!", "..."), ("*", "\U0001f986"), ("A pond with 7 ducks", "A pond with 9 ducks"),
    ("\U0001f986 in a bath", "\U0001f438 in a bath"), ("\U0001f986\U0001f986", "\U0001f438\U0001f438")])
def test_another_joke_is_not_near(one, other):
    assert not near(one, other)


def test_the_nearest_comes_first():
    shelf = Nearby(CALM)
    for text in ("The last biscuit on a tray", "The last biscuit in the tin", "The last biscuit in the bin"):
        shelf.add(text, text)
    found = shelf.near("The last biscuit in the tin")
    assert [value[-3:] for _similarity, value in found][:2] == ["tin", "bin"]
    assert found[0][0] == 1 > found[1][0] > 0.85


def test_it_gives_up_after_so_many_texts():
    shelf = Nearby(10)
    for word in ("tea", "pea", "sea"):
        shelf.add("The same beginning, then %s" % word, word)
    assert len(shelf.near("The same beginning, then tea")) == 3 and shelf.left == 7
    for _ in range(3):
        shelf.near("The same beginning, then tea")
    assert shelf.left == 0 and shelf.near("The same beginning, then tea") == []


@pytest.mark.django_db
class TestDecks(object):
    def pairs(self, *decks):
        found = duplicates.find([deck.pk for deck in decks])
        assert found.complete
        return [(pair.kind, pair.one.text, pair.other.text) for pair in found.pairs]

    def test_it_finds_the_same_and_the_near_within_a_deck(self):
        deck = an_own_deck(a_person("Ann"),
                           "Who hid the last biscuit? _\nWho hid that last biscuit? _\nMilk\nCold milk")
        WhiteCard.objects.create(deck=deck, text="milk.", fingerprint=fingerprint("milk."), position=9)
        assert self.pairs(deck) == [("white", "Milk", "milk."),
                                    ("black", "Who hid the last biscuit? _", "Who hid that last biscuit? _")]

    def test_it_finds_them_between_the_decks_that_are_named(self):
        ann = a_person("Ann")
        tea, bar, far = an_own_deck(ann, "Milk"), an_own_deck(ann, "MILK", name="Bar"), an_own_deck(
            ann, "milk", name="Far")
        assert self.pairs(tea, bar) == [("white", "Milk", "MILK")] and self.pairs(
            tea) == [] and far.white_cards.exists()

    def test_commas_alone_do_not_make_them_the_same(self):
        deck = an_own_deck(a_person("Ann"), "Well, well, a duck\nWell well a duck!")
        assert [pair.similarity for pair in duplicates.find([deck.pk]).pairs] == [0.99]

    def test_it_says_when_it_does_not_tell_all(self, monkeypatch):
        monkeypatch.setattr(duplicates, "MOST_PAIRS", 3)
        deck = an_own_deck(a_person("Ann"), "\n".join("A very long card with the letter %s" % letter
                                                      for letter in "abcdefghi"))
        found = duplicates.find([deck.pk])
        assert len(found.pairs) == 3 and not found.complete

    def test_the_finder_tells_the_nearest_other_wording(self):
        deck = an_own_deck(a_person("Ann"), "The last biscuit in the tin\nThe last biscuit in the bin")
        near = duplicates.finder([deck.pk])
        assert near("white", "The last biscuits in the tin") == "The last biscuit in the tin"
        assert near("white", "the last biscuit in the tin.") == "The last biscuit in the bin"
        assert near("black", "The last biscuit in the tin") == "" and near("white", "A duck") == ""
