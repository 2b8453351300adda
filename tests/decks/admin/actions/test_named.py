"""What is done after the page that asks is what that page has named, whatever the filters find by then."""
from __future__ import unicode_literals

import re

import pytest

from decks.models import Deck, WhiteCard
from tests.decks.people import texts
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db
CARDS, DECKS = "/admin/decks/cards/", "/admin/decks/deck/"


def ask(admin, address, **fields):
    """The address and the hidden fields of the page that asks, as a browser would send them back."""
    shown = admin.client.post(address, fields).content.decode("utf-8")
    sent = {}
    for name, value in re.findall('type="hidden" name="([^"]+)" value="([^"]*)"', shown):
        sent.setdefault(name, []).append(value)
    return address, dict(sent, answered="yes")


def answer(admin, asked):
    return admin.client.post(*asked, follow=True)


def test_a_card_that_comes_after_the_question_is_not_deleted(boss, tea):
    asked = ask(boss, CARDS + "?q=i", action="remove", all="1")
    WhiteCard.objects.create(deck=tea, text="Biscuits", fingerprint="biscuits", position=9)
    answer(boss, asked)
    assert texts(tea) == ["Sugar", "Biscuits"]


def test_a_ticked_card_is_deleted_although_the_filters_find_it_no_more(boss, tea):
    card = tea.white_cards.get(text="Milk")
    asked = ask(boss, CARDS + "?q=milk", action="remove", chosen="w%d" % card.pk)
    tea.white_cards.filter(pk=card.pk).update(text="Cream")
    answer(boss, asked)
    assert texts(tea) == ["Sugar"]


def test_the_filters_stand_once_in_the_address_that_one_comes_back_to(boss, tea, cake):
    asked = ask(boss, CARDS + "?q=sugar&deck=%d" % tea.pk, action="hide", all="1")
    assert answer(boss, asked).redirect_chain[-1][0].endswith("cards/?q=sugar&deck=%d" % tea.pk)


def test_a_deck_that_comes_after_the_question_is_not_archived(boss, tea, cake):
    asked = ask(boss, DECKS + "?status__exact=published", action="archive", index="0", select_across="1",
                _selected_action=[tea.pk])
    a_deck("Jam")
    answer(boss, asked)
    assert list(Deck.objects.exclude(status="archived").values_list("name", flat=True)) == ["Jam"]


def test_a_ticked_deck_is_rated_although_the_filters_find_it_no_more(boss, tea, cake):
    address, fields = ask(boss, DECKS + "?status__exact=published", action="rate", index="0",
                          _selected_action=[tea.pk])
    Deck.objects.update(status="draft")
    answer(boss, (address, dict(fields, rating="teen")))
    assert list(Deck.objects.filter(rating="teen")) == [tea]
