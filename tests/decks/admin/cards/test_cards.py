"""All cards on one screen: how one finds them, where they lead, and what is done to many at once."""
from __future__ import unicode_literals

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.compat import reverse
from decks.models import BlackCard, Deck, HiddenCard, WhiteCard
from decks.review import reports
from tests.decks.admins import Admin, a_player, a_reviewer, an_editor
from tests.decks.shelf import a_deck, hide

pytestmark = pytest.mark.django_db
YES, CARDS = {"answered": "yes"}, "decks_admin:cards"


def texts(deck):
    return list(deck.white_cards.order_by("position", "pk").values_list("text", flat=True))


def test_black_and_white_cards_stand_on_one_screen(boss):
    a_deck("Tea", [("Who spilt _?", 1)], ["Milk"])
    shown = boss.see(CARDS)
    assert "Who spilt" in shown and "Milk" in shown and "2 cards" in shown
    assert "Who spilt" not in boss.see(CARDS, kind="white") and "Milk" not in boss.see(CARDS, kind="black")


@pytest.mark.parametrize("query", [
    {"q": "marma"}, {"language": "pl"}, {"rating": "teen"}, {"state": "hidden"}, {"state": "reported"}])
def test_each_filter_leaves_only_what_it_says(boss, query):
    a_deck("Soup", white=["Nettles"])
    a_deck("Jam", white=["Marmalade"], language="pl", rating="teen")
    hide("white", "Marmalade")
    reports.report("white", "Marmalade", "typo", "1-1")
    shown = boss.see(CARDS, **query)
    assert "Marmalade" in shown and "Nettles" not in shown


def test_a_link_shows_the_cards_of_one_deck(boss):
    tea = a_deck("Tea", white=["Milk"])
    a_deck("Cake", white=["Crumbs"])
    shown = boss.see(CARDS, deck=tea.pk)
    assert "Milk" in shown and "Crumbs" not in shown


def test_a_card_leads_to_the_builder_where_it_is_found_and_to_its_box(boss):
    card = a_deck("Tea", white=["Milk", "Sugar"]).white_cards.get(text="Sugar")
    build = "%s?q=Sugar" % reverse("decks:edit", args=[card.deck.code])
    assert build in boss.see(CARDS)
    assert '"Sugar"' in boss.client.get(build).content.decode("utf-8")
    shown = boss.see("admin:decks_deck_cards", card.deck.pk, kind="white", card=card.pk)
    assert "Sugar</textarea>" in shown and "Milk" not in shown


def test_a_players_card_leads_an_editor_nowhere(boss):
    deck = a_deck("Tea", white=["Milk"], owner=a_player())
    assert deck.code not in an_editor().see(CARDS)


def test_a_page_has_thirty_cards_and_costs_the_same_however_many_decks_there_are(boss):
    a_deck("Tea", white=["cup %d" % n for n in range(31)])
    with CaptureQueriesContext(connection) as first:
        shown = boss.see(CARDS)
    assert "31 cards, 1 to 30 here" in shown and "cup 30" not in shown and "cup 30" in boss.see(CARDS, page=2)
    for number in range(8):
        a_deck("Deck %d" % number, white=["a"])
    with CaptureQueriesContext(connection) as then:
        boss.see(CARDS)
    assert len(then) == len(first)


def test_only_who_looks_after_decks_comes_in(boss):
    assert a_reviewer().look(CARDS).status_code == 200
    assert Admin("hope", "Host support").look(CARDS).status_code == 403


def test_cards_move_to_another_deck(boss):
    tea, cake = a_deck("Tea", white=["Milk", "Crumbs", "Icing"]), a_deck("Cake", white=["Crumbs"])
    cards = list(tea.white_cards.exclude(text="Milk"))
    assert "Move 2 cards" in boss.act(cards, "move")
    shown = boss.act(cards, "move", target=cake.pk)
    assert "1 card moved to Cake." in shown and "the deck has it already" in shown
    assert (texts(tea), texts(cake)) == (["Milk", "Crumbs"], ["Crumbs", "Icing"])


def test_cards_of_two_decks_are_copied_to_a_third(boss):
    tea, cake = a_deck("Tea", [("Who? _", 1)]), a_deck("Cake", [("Why? _", 1)])
    target = a_deck("All")
    boss.act(list(BlackCard.objects.all()), "copy", target=target.pk)
    assert target.black_cards.count() == 2 and tea.black_cards.count() == cake.black_cards.count() == 1


def test_cards_are_tagged(boss):
    deck = a_deck("Tea", white=["Milk", "Sugar"])
    boss.act(list(deck.white_cards.filter(text="Milk")), "tag", give="cold", take="")
    assert list(deck.white_cards.order_by("position").values_list("tags", flat=True)) == ["cold", ""]


def test_cards_are_deleted_only_after_a_yes(boss):
    deck = a_deck("Tea", white=["Milk", "Sugar"])
    cards = list(deck.white_cards.filter(text="Milk"))
    assert "Milk" in boss.act(cards, "remove") and deck.white_cards.count() == 2
    boss.act(cards, "remove", **YES)
    assert texts(deck) == ["Sugar"]


def test_all_cards_of_a_search_are_changed_at_once(boss):
    deck = a_deck("Tea", white=["cup %d" % n for n in range(120)])
    boss.act(list(deck.white_cards.all())[:1], "tag", give="cup", take="", all="1")
    assert WhiteCard.objects.filter(tags="cup").count() == 120


def test_cards_are_hidden_everywhere_and_shown_again(boss):
    deck = a_deck("Tea", white=["Milk", "Sugar"])
    cards = list(deck.white_cards.filter(text="Milk"))
    boss.act(cards, "hide", **YES)
    assert HiddenCard.objects.get().text == "Milk" and HiddenCard.objects.get().user == boss.user
    boss.act(cards, "show", **YES)
    assert not HiddenCard.objects.exists()


def test_cards_of_a_players_deck_are_not_an_editors(boss):
    deck, target = a_deck("Tea", white=["Milk"]), a_deck("Cake")
    Deck.objects.filter(pk=deck.pk).update(owner=boss.user)
    assert "not yours to change" in an_editor().act(list(deck.white_cards.all()), "move", target=target.pk)
    assert texts(deck) == ["Milk"]


def test_who_has_chosen_nothing_is_asked_to(boss):
    deck = a_deck("Tea", white=["Milk"])
    assert "Choose cards first." in boss.press(CARDS, action="remove") and texts(deck) == ["Milk"]
