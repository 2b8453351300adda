"""Doubles across all decks on one page, and which deck keeps each."""
from __future__ import unicode_literals

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from decks.models import WhiteCard
from tests.decks.admins import a_player, an_editor
from tests.decks.people import texts
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db
PAGE = "decks_admin:doubles"


def key(text):
    return "white:" + WhiteCard.objects.filter(text=text)[0].fingerprint


def test_each_text_is_shown_once_with_its_decks(boss, tea, cake):
    shown = boss.see(PAGE)
    assert "2 texts" in shown and shown.count("Keep it in Tea") == shown.count("Keep it in Cake") == 2
    assert "Icing" not in shown and ": milk." in shown


def test_one_press_keeps_a_text_in_this_deck(boss, tea, cake):
    card = cake.white_cards.get(text="milk.")
    told = boss.press(PAGE, one="%s:%d" % (key("Milk"), card.pk))
    assert "1 text in one deck each now; 1 card left 1 deck." in told
    assert (texts(tea), texts(cake)) == (["Sugar"], ["milk.", "Sugar", "Icing"])


def test_many_texts_stay_in_one_deck_after_a_page_that_names_how_many(boss, tea, cake):
    shown = boss.client.post("/admin/decks/doubles/", {"all": "1", "prefer": cake.pk})
    assert "Keep one card of 2 texts" in shown.content.decode("utf-8") and len(texts(tea)) == 2
    plan = dict(shown.context["hidden"])["plan"]
    told = boss.press(PAGE, plan=plan, answered="yes")
    assert told.count('<li class="success"') == 1 and "2 texts in one deck each now; 2 cards left 1 deck." in told
    assert texts(tea) == [] and len(texts(cake)) == 3


def test_a_deck_that_has_a_text_not_does_not_keep_it(boss, tea, cake):
    jam = a_deck("Jam", white=["Sugar"])
    shown = boss.press(PAGE, chosen=[key("Milk"), key("Sugar")], prefer=jam.pk)
    assert "Keep one card of 1 text" in shown and "2 other cards will be taken out" in shown


def test_nothing_chosen_asks_to_choose(boss, tea, cake):
    assert "Choose texts" in boss.press(PAGE, prefer="") and len(texts(tea)) == 2


def test_cards_of_a_players_deck_are_out_of_an_editors_reach(tea):
    attic = a_deck("Attic", white=["Milk"], owner=a_player())
    edith, card = an_editor(), tea.white_cards.get(text="Milk")
    assert "Attic" not in edith.see(PAGE)
    edith.press(PAGE, plan="%s:%d" % (key("Milk"), card.pk), answered="yes")
    assert texts(attic) == ["Milk"]


@pytest.mark.parametrize("plan", ["", "white", "white:x:y", "green:x:7", "white:x:\u00b2"])
def test_a_plan_that_means_nothing_changes_nothing(boss, tea, cake, plan):
    assert "0 texts" in boss.press(PAGE, plan=plan, answered="yes") and len(texts(tea)) == 2


def test_thousands_of_texts_cost_as_many_queries_as_a_few(boss):
    for name in ("Tea", "Cake"):
        deck = a_deck(name)
        WhiteCard.objects.bulk_create([WhiteCard(deck=deck, text="cup %d" % n, fingerprint="%d" % n, position=n)
                                       for n in range(2500)])
    with CaptureQueriesContext(connection) as queries:
        shown = boss.see(PAGE, page=3)
    assert "2,500 texts, 25 to 36 here" in shown and len(queries) <= 12


def test_a_text_of_many_decks_names_the_first_ones_and_folds_the_others(boss):
    for number in range(9):
        a_deck("Deck %d" % number, white=["Milk"])
    shown, _, folded = boss.see(PAGE).partition("<summary>3 more</summary>")
    assert "Keep it in Deck 5" in shown and "Keep it in Deck 6" not in shown and "Keep it in Deck 8" in folded
