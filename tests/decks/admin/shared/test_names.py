"""Decks of one name are told apart wherever the admin names decks."""
from __future__ import unicode_literals

import pytest

from decks.models import Deck
from decks.review import reports
from tests.decks.admins import a_player
from tests.decks.people import texts
from tests.decks.shelf import a_deck, hide

pytestmark = pytest.mark.django_db


@pytest.fixture
def twins():
    """Two decks of one name, as their marks call them."""
    ours, anns = a_deck("Tea", white=["Milk"]), a_deck("Tea", white=["Milk"], slug="anns", owner=a_player(), status="draft")
    a_deck("Cake", white=["Milk", "Icing"])
    return "Tea (the site\u2019s, published, #%d)" % ours.pk, "Tea (ann\u2019s, draft, #%d)" % anns.pk


@pytest.mark.parametrize("page,often", [("doubles", 4), ("cards", 2)])
def test_lists_and_their_filters_tell_them_apart(boss, twins, page, often):
    shown = boss.see("decks_admin:" + page)
    assert all(shown.count(name) >= often for name in twins) and "Cake (" not in shown


@pytest.mark.parametrize("part", ["reports", "hidden"])
def test_the_queue_tells_them_apart(boss, twins, part):
    reports.report("white", "Milk", "typo", "1-1")
    if part == "hidden":
        hide("white", "Milk")
    shown = boss.see("decks_admin:review", show=part)
    assert all(name + "</a>" in shown for name in twins) and "Cake</a>" in shown


def test_pages_that_ask_and_what_they_did_tell_them_apart(boss, twins):
    decks = list(Deck.objects.all())
    for shown in (boss.act(decks, "archive"), boss.act(decks, "archive", sure="yes")):
        assert all("<li>%s</li>" % name in shown for name in twins)


def test_the_deck_that_cards_move_to_is_told_apart(boss, twins):
    shown = boss.act(list(Deck.objects.get(name="Cake").white_cards.all()), "move")
    assert all(name + "</option>" in shown for name in twins)


def test_a_deck_that_has_a_text_three_times_says_which_card_stays(boss):
    deck = a_deck("Tea", white=["Sugar", "Milk", "milk", "Milk."])
    shown = boss.see("decks_admin:doubles")
    assert [shown.count("Keep it in Tea, card %d" % place) for place in (1, 2, 3, 4)] == [0, 1, 1, 1]
    mark = deck.white_cards.get(text="milk")
    boss.press("decks_admin:doubles", one="white:%s:%d" % (mark.fingerprint, mark.pk))
    assert texts(deck) == ["Sugar", "milk"]


def test_a_report_names_each_deck_once(boss):
    a_deck("Tea", white=["Milk", "milk."])
    reports.report("white", "Milk", "typo", "1-1")
    assert boss.see("decks_admin:review", show="reports").count("Tea</a>") == 1
