"""The cupboard's doors for admins."""
from __future__ import unicode_literals

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.compat import reverse
from decks.models import BlackCard, WhiteCard
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db


def page(client, name, **query):
    return client.get(reverse("admin:decks_" + name), query).content.decode("utf-8")


def test_the_list_counts_each_kind_of_card(admin_client):
    deck = a_deck("Tea", black=[("_", 1), ("_?", 1)], white=["a", "b", "c"])
    shown = page(admin_client, "deck_changelist")
    assert "blackcard/?deck__id__exact=%d\">2</a>" % deck.pk in shown
    assert "whitecard/?deck__id__exact=%d\">3</a>" % deck.pk in shown


def test_more_decks_cost_no_more_queries(admin_client, django_assert_num_queries):
    a_deck("One", white=["a"])
    with CaptureQueriesContext(connection) as first:
        page(admin_client, "deck_changelist")
    for number in range(8):
        a_deck("Deck %d" % number, white=["a"])
    with django_assert_num_queries(len(first)):
        page(admin_client, "deck_changelist")


@pytest.mark.parametrize("name", ["deck_changelist", "blackcard_changelist", "whitecard_changelist"])
def test_search_finds_a_deck_by_name_and_a_card_by_text(admin_client, name):
    a_deck("Marmalade", black=[("Marmalade? _", 1)], white=["Marmalade"])
    a_deck("Nettles", black=[("Nettles? _", 1)], white=["Nettles"])
    shown = page(admin_client, name, q="marmalade")
    assert "Marmalade" in shown and "Nettles" not in shown


def test_a_link_shows_the_cards_of_one_deck(admin_client):
    tea = a_deck("Tea", white=["Milk"])
    a_deck("Cake", white=["Crumbs"])
    shown = page(admin_client, "whitecard_changelist", deck__id__exact=tea.pk)
    assert "Milk" in shown and "Crumbs" not in shown


def test_a_typed_black_card_gets_its_blanks(admin_client):
    deck = a_deck("Tea")
    admin_client.post(reverse("admin:decks_blackcard_add"), {
        "deck": deck.pk, "text": "Who &amp; ____?", "pick": 2, "draw": 0, "position": 0})
    assert BlackCard.objects.get().text == "Who & _? _"


def test_a_card_that_cannot_be_used_is_refused_with_the_reason(admin_client):
    deck = a_deck("Tea")
    answer = admin_client.post(reverse("admin:decks_blackcard_add"), {
        "deck": deck.pk, "text": "_ and _", "pick": 1, "draw": 0, "position": 0})
    assert "make the pick 2" in answer.content.decode("utf-8")
    answer = admin_client.post(reverse("admin:decks_whitecard_add"), {
        "deck": deck.pk, "text": "x" * 501, "position": 0})
    assert "the limit is 500" in answer.content.decode("utf-8")
    assert not BlackCard.objects.exists() and not WhiteCard.objects.exists()
