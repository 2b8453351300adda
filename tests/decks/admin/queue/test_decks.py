"""Decks in the review queue."""
from __future__ import unicode_literals

import pytest

from tests.decks.admin.queue.waiting import QUEUE, again

pytestmark = pytest.mark.django_db


def test_a_deck_is_shown_with_cards_from_all_over_it(rex, attic):
    shown = rex.see(QUEUE)
    assert "20 black and 40 white cards" in shown and "By ann" in shown
    assert "thing 0<" in shown and "thing 33<" in shown and "thing 34<" not in shown


def test_a_deck_is_published_with_a_rating(rex, attic):
    assert "Attic is published." in rex.press(QUEUE, do="approve", deck=attic.pk, rating="teen",
                                              note="Lovely!")
    deck = again(attic)
    assert (deck.status, deck.listed, deck.rating, deck.review_note) == ("published", True, "teen", "Lovely!")


def test_a_deck_goes_back_with_a_note(rex, attic):
    rex.press(QUEUE, do="reject", deck=attic.pk, note="Card 3 has a typo.")
    assert (again(attic).status, again(attic).review_note) == ("draft", "Card 3 has a typo.")


def test_a_deck_does_not_go_back_without_a_word(rex, attic):
    assert "Tell the owner what to mend." in rex.press(QUEUE, do="reject", deck=attic.pk, note="")
    assert again(attic).status == "review"


def test_a_verdict_that_comes_too_late_keeps_what_was_typed(rex, attic):
    note = "No, because of %s" % ("x" * 500)
    assert note in rex.press(QUEUE, do="reject", deck=attic.pk, note=note) and again(attic).status == "review"
