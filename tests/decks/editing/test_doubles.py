"""Taking out doubles: one deck keeps a text, the others lose it and have a way back."""
from __future__ import unicode_literals

import pytest

from decks.cards.texts import fingerprint
from decks.catalogue import snapshots
from decks.editing import doubles
from decks.history import restoring
from decks.models import Deck
from tests.decks.people import a_person, texts
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db
MILK = fingerprint("Milk")


@pytest.fixture
def ann():
    return a_person("Ann")


@pytest.fixture
def tea():
    return a_deck("Tea", white=["Sugar", "Milk"])


@pytest.fixture
def cake():
    return a_deck("Cake", white=["milk.", "Icing"])


def found(**narrowed):
    rows = doubles.texts("white", Deck.objects.all(), **narrowed)
    return [(row["fingerprint"], row["copies"]) for row in rows]


def keep(deck, user, text="Milk"):
    card = deck.white_cards.get(fingerprint=fingerprint(text))
    return doubles.keep({("white", fingerprint(text)): card.pk}, Deck.objects.all(), user)


def test_texts_that_stand_more_than_once_are_found_the_most_frequent_first(tea, cake):
    a_deck("Jam", white=["Milk", "Icing"])
    assert found() == [(MILK, 3), (fingerprint("Icing"), 2)]
    assert found(words="ici") == [(fingerprint("Icing"), 2)] and found(deck=tea) == [(MILK, 3)]


def test_one_deck_keeps_the_text_and_the_others_lose_it(ann, tea, cake):
    done = keep(tea, ann)
    assert (texts(tea), texts(cake)) == (["Sugar", "Milk"], ["Icing"])
    assert (done["texts"], done["lost"], done["late"]) == (1, [[cake.pk, 1]], 0)


@pytest.mark.parametrize("status", ["published", "draft"])
def test_the_history_of_a_deck_has_the_way_back(ann, tea, cake, status):
    Deck.objects.update(status=status)
    keep(tea, ann)
    restoring.restore(cake, 1, ann)
    assert texts(cake) == ["milk.", "Icing"]


def test_a_deck_that_has_a_text_twice_keeps_one(ann):
    tea = a_deck("Tea", white=["Milk", "milk"])
    doubles.keep({("white", MILK): tea.white_cards.get(text="milk").pk}, Deck.objects.all(), ann)
    assert texts(tea) == ["milk"]


def test_a_card_that_is_gone_meanwhile_keeps_nothing_from_anybody(ann, tea, cake):
    done = doubles.keep({("white", MILK): 0, ("white", fingerprint("Sugar")): 1}, Deck.objects.all(), ann)
    assert (done["texts"], done["late"]) == (0, 2) and texts(cake) == ["milk.", "Icing"]


def test_decks_that_were_not_named_keep_their_cards(ann, tea, cake):
    decks = Deck.objects.exclude(pk=cake.pk)
    doubles.keep({("white", MILK): tea.white_cards.get(text="Milk").pk}, decks, ann)
    assert texts(cake) == ["milk.", "Icing"]


def test_a_deck_that_is_archived_in_that_moment_is_named_and_stops_no_other(ann, tea, cake):
    jam = a_deck("Jam", white=["Milk"])
    Deck.objects.filter(pk=jam.pk).update(status="archived")
    done = keep(tea, ann)
    assert texts(jam) == ["Milk"] and texts(cake) == ["Icing"] and done["problems"][0][0] == "Jam"


def test_a_game_that_is_being_played_keeps_its_cards(ann, tea, cake):
    frozen = snapshots.freeze([cake.pk])
    keep(tea, ann)
    snapshots.cache.clear()
    assert snapshots.load(frozen.id).white == ("milk.", "Icing")
