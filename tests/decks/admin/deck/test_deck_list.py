"""The list of decks for admins: what it counts, how one finds a deck in it, and what it costs."""
from __future__ import unicode_literals

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.compat import reverse
from decks.cards.texts import fingerprint
from decks.models import BLACK, WHITE, CardReport, Deck, Proposal
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db


def page(client, name, **query):
    return client.get(reverse("admin:decks_" + name), query).content.decode("utf-8")


def report(text, reporter="1-1", kind=WHITE):
    return CardReport.objects.create(kind=kind, text=text, fingerprint=fingerprint(text), reason="typo",
                                     reporter=reporter)


def test_the_list_counts_each_kind_of_card(admin_client):
    deck = a_deck("Tea", black=[("_", 1), ("_?", 1)], white=["a", "b", "c"])
    shown = page(admin_client, "deck_changelist")
    assert '%s?kind=black">2</a>' % reverse("admin:decks_deck_cards", args=[deck.pk]) in shown
    assert '%s?kind=white">3</a>' % reverse("admin:decks_deck_cards", args=[deck.pk]) in shown


def test_the_list_counts_what_waits(admin_client):
    deck = a_deck("Tea", white=["Milk", "Sugar"])
    for status in ("waiting", "waiting", "refused"):
        Proposal.objects.create(deck=deck, kind=BLACK, text="_", status=status)
    for reporter in ("1-1", "1-2", "1-3"):
        report("Milk", reporter)
    report("Lemon")
    report("Sugar", kind=BLACK)
    shown = page(admin_client, "deck_changelist")
    assert 'field-proposed">2<' in shown and 'field-reported">3<' in shown


def test_more_decks_cost_no_more_queries(admin_client, django_assert_num_queries):
    a_deck("One", white=["a"])
    with CaptureQueriesContext(connection) as first:
        page(admin_client, "deck_changelist")
    for number in range(8):
        a_deck("Deck %d" % number, white=["a"])
    with django_assert_num_queries(len(first)):
        page(admin_client, "deck_changelist")


def test_search_finds_a_deck_by_name(admin_client):
    a_deck("Marmalade")
    a_deck("Nettles")
    shown = page(admin_client, "deck_changelist", q="marmalade")
    assert "Marmalade" in shown and "Nettles" not in shown


@pytest.mark.parametrize("name,value", [
    ("waiting", "proposals"), ("waiting", "reports"), ("whose", "players"), ("status__exact", "review"),
    ("rating__exact", "teen"), ("language__exact", "pl"), ("listed__exact", "0")])
def test_each_filter_leaves_only_what_it_says(admin_client, admin_user, name, value):
    a_deck("Nettles", white=["Nettles"])
    found = a_deck("Marmalade", white=["Marmalade"])
    Deck.objects.filter(pk=found.pk).update(owner=admin_user, status="review", rating="teen", language="pl",
                                            listed=False)
    Proposal.objects.create(deck=found, kind=WHITE, text="Toast")
    report("Marmalade")
    shown = page(admin_client, "deck_changelist", **{name: value})
    assert "Marmalade" in shown and "Nettles" not in shown


@pytest.mark.parametrize("column", range(1, 13))
def test_the_list_sorts_by_every_column(admin_client, column):
    a_deck("Tea")
    assert "Tea" in page(admin_client, "deck_changelist", o="-%d" % column)


def test_a_decks_page_says_that_the_site_has_switched_it_off(admin_client):
    deck = a_deck("Tea")
    told, address = b"Published, switched off for this site", reverse("admin:decks_deck_change", args=[deck.pk])
    assert told not in admin_client.get(address).content
    Deck.objects.filter(pk=deck.pk).update(off=True)
    assert told in admin_client.get(address).content
