"""What people are told of a file: as what it was read, what looks odd, some cards of each kind."""
from __future__ import unicode_literals

import pytest

from decks.imports import formats, telling
from tests.decks.files import parsed
from tests.decks.imports.formats.test_sniff import SAMPLES
from tests.decks.shelf import as_bytes


def odd(black, white):
    """What is odd about one deck with so many good cards, and these."""
    cards = {"name": "A", "rating": "teen", "black": ["Who ate number %d _?" % number for number in range(6)] + black,
             "white": ["sock number %d" % number for number in range(12)] + white}
    return telling.odd(formats.parse(as_bytes(cards)))


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_every_kind_of_file_has_a_name_for_people(name):
    assert telling.read_as(parsed(name)) != SAMPLES[name]


def test_a_deck_as_it_should_be_is_not_odd():
    assert odd([], []) == []


@pytest.mark.parametrize("white, said", [
    (["%d" % number for number in range(40)], "Most texts are numbers."),
    (["var a = load(%d);" % number for number in range(9)], "Some texts look like code."),
    (["it is \u0420\u00b0\u4e2d %d" % number for number in range(9)], "Some texts look as if their letters were read"),
    (["a damp sock"] * 40, "Most texts stand in it more than once.")])
def test_what_looks_odd_is_told(white, said):
    assert said in odd([], white)[0]


def test_a_kind_that_is_missing_and_decks_that_are_small_are_told():
    assert telling.odd(formats.parse(b"tea\nmilk", "tea.txt")) == [
        "There is no black card in it.",
        "The deck has fewer than 5 black cards that a game deals, or fewer than 10 white ones: only for tables with "
        "other decks too."]
    assert telling.odd(parsed("jah_compact.json"))[0].startswith("3 of 3 packs have fewer than 5")


def test_some_cards_of_each_kind_are_shown_from_the_whole_file():
    found = formats.parse(as_bytes({"name": "A", "black": [], "white": ["sock %d" % number for number in range(30)]}))
    assert telling.samples(found) == ([], ["sock 0", "sock 10", "sock 20"])
