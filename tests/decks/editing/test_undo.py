"""Taking back what was done to cards, and doing it again."""
from __future__ import unicode_literals

import pytest

from decks.editing import card_edits, undo
from decks.models import DRAFT, Deck
from tests.decks.people import a_person, an_own_deck, ids, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann():
    return a_person("Ann")


def everything(deck):
    return [list(cards.order_by("pk").values()) for cards in (deck.black_cards, deck.white_cards)]


VERBS = {
    "add": lambda deck, ann: card_edits.add(deck, None, "Where _?\nSaucers", ann),
    "change": lambda deck, ann: card_edits.change(deck.black_cards.get(), ann, text="Who _ or _?", tags="tea",
                                                  attribution="Bob"),
    "remove": lambda deck, ann: card_edits.remove(deck, "white", ids(deck)[:2], ann),
    "tag": lambda deck, ann: card_edits.tag(deck, "white", ids(deck), ann, give="tea"),
    "reorder": lambda deck, ann: card_edits.reorder(deck, "white", list(reversed(ids(deck))), ann),
}


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_whatever_was_done_is_taken_back_and_done_again(ann, verb):
    deck = an_own_deck(ann, "Who _?\nMilk\nSugar\nSpoons")
    before = everything(deck)
    done = VERBS[verb](deck, ann)
    after = everything(deck)
    assert after != before
    back = card_edits.undo(done.undo, ann)
    assert everything(deck) == before
    card_edits.undo(back.undo, ann)
    assert everything(deck) == after


def test_nothing_done_needs_no_way_back(ann):
    deck = an_own_deck(ann, "Milk")
    assert card_edits.remove(deck, "white", [10 ** 9], ann).undo == ""
    assert card_edits.reorder(deck, "white", ids(deck), ann).undo == ""
    assert card_edits.add(deck, "white", "milk", ann).undo == ""


def test_a_step_that_is_taken_back_twice_is_taken_back_once(ann):
    deck = an_own_deck(ann, "Milk\nSugar")
    done = card_edits.remove(deck, "white", ids(deck)[:1], ann)
    card_edits.undo(done.undo, ann)
    card_edits.undo(done.undo, ann)
    assert texts(deck) == ["Milk", "Sugar"]


def test_a_card_that_went_elsewhere_meanwhile_stays_there(ann):
    deck, other = an_own_deck(ann, "Milk"), an_own_deck(ann, name="Bar")
    done = card_edits.change(deck.white_cards.get(), ann, text="Cream")
    card_edits.move(deck, "white", ids(deck), other, ann)
    card_edits.undo(done.undo, ann)
    assert texts(deck) == [] and texts(other) == ["Cream"]


@pytest.mark.parametrize("spoil", [lambda token: token[:-1], lambda token: "x" + token, lambda token: "",
                                   lambda token: "\u2603"])
def test_what_we_did_not_make_is_refused(ann, spoil):
    done = card_edits.add(an_own_deck(ann), None, "Milk", ann)
    with pytest.raises(card_edits.EditError) as caught:
        card_edits.undo(spoil(done.undo), ann)
    assert "cannot be undone" in str(caught.value)


def test_it_is_good_for_one_person_and_a_day(ann, monkeypatch):
    deck = an_own_deck(ann)
    done = card_edits.add(deck, None, "Milk", ann)
    with pytest.raises(card_edits.EditError):
        card_edits.undo(done.undo, a_person("Bob"))
    monkeypatch.setattr(undo, "UNDO_SECONDS", -1)
    with pytest.raises(card_edits.EditError):
        card_edits.undo(done.undo, ann)
    assert texts(deck) == ["Milk"]


def test_who_may_no_longer_edit_takes_nothing_back(ann):
    deck = an_own_deck(ann)
    done = card_edits.add(deck, None, "Milk", ann)
    Deck.objects.update(owner=a_person("Bob"), status=DRAFT)
    with pytest.raises(card_edits.EditError) as caught:
        card_edits.undo(done.undo, ann)
    assert "any more" in str(caught.value) and texts(deck) == ["Milk"]


def test_it_does_not_fill_a_deck_beyond_its_limit(ann, monkeypatch):
    deck = an_own_deck(ann, "Milk\nSugar")
    done = card_edits.remove(deck, "white", ids(deck)[:1], ann)
    monkeypatch.setattr("decks.editing.card_edits.DECK_CARDS", 1)
    with pytest.raises(card_edits.EditError):
        card_edits.undo(done.undo, ann)
    assert texts(deck) == ["Sugar"]


def test_what_is_too_much_to_carry_has_no_way_back(ann, monkeypatch):
    monkeypatch.setattr(undo, "TOKEN_LENGTH", 10)
    assert card_edits.add(an_own_deck(ann), None, "Milk", ann).undo == ""
