"""Which deck a visitor is shown at its address."""
from __future__ import unicode_literals

import pytest
from django.contrib.auth.models import AnonymousUser

from decks.catalogue import sharing
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db
VISITOR = AnonymousUser()


def test_a_deck_of_the_catalogue_is_visible_to_everybody():
    deck = a_deck("Tea")
    assert sharing.visible("tea", VISITOR, {}) == deck


def test_a_deck_that_is_not_listed_is_visible_to_a_session_that_knows_its_code():
    deck = a_deck("Tea", listed=False)
    assert sharing.visible("tea", VISITOR, {}) is None
    assert sharing.visible("tea", VISITOR, {sharing.SESSION_NAME: [deck.code]}) == deck


def test_no_deck_is_visible_where_there_is_none():
    assert sharing.visible("tea", VISITOR, {}) is None


@pytest.mark.parametrize("typed", ["cdfg-hjkm", "\uff23\uff24\uff26\uff27HJKM", "https://cards.example/decks/CDFGHJKM/",
                                   "CDFGHJ\u041a\u041c"])
def test_a_code_is_read_however_it_was_typed(typed):
    assert sharing.tidy_code(typed) == "CDFGHJKM"
