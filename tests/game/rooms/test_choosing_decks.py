"""Choosing the decks of a room."""
from __future__ import unicode_literals

import pytest

from common.compat import json_loads
from decks.models import Deck, WhiteCard
from game.moves import batches
from game.realtime import messages
from tests.game.people import an_account, own
from tests.game.table import a_stored_deck, a_table, chosen

pytestmark = pytest.mark.django_db


def test_the_host_chooses_decks_by_their_ids():
    table = a_table()
    cake = a_stored_deck("Cake", white=3, black=1)
    table.act("ann", "choose_decks", {"decks": [cake.pk, table.deck.pk, cake.pk]})
    assert chosen(table) == [table.deck.pk, cake.pk]
    assert table.state["decks"][1] == {"id": cake.pk, "name": "Cake", "language": "en", "black": 1,
                                       "white": 3}


def test_a_deck_that_nobody_has_chosen_is_one_until_it_leaves_the_table():
    table, cake = a_table(by_default=True), a_stored_deck("Cake")
    marks = []
    for ids in ([table.deck.pk, cake.pk], [cake.pk], [table.deck.pk, cake.pk]):
        table.act("ann", "choose_decks", {"decks": ids})
        marks.append([deck.get("by_default", False) for deck in table.state["decks"]])
    assert marks == [[True, False], [False], [False, False]]


def test_the_host_may_choose_none():
    table = a_table()
    table.act("ann", "choose_decks", {"decks": []})
    assert chosen(table) == []
    assert table.why_not("ann", "start_game") == "no_decks"


@pytest.mark.parametrize("decks", [[4711], [10 ** 18], None, "1", 1, {"1": 1}, ["1"], [None], [True], [1.0],
                                   [[1]], [-1]])
def test_what_is_no_list_of_decks_is_refused(decks):
    table = a_table()
    assert table.why_not("ann", "choose_decks", {"decks": decks}) == "bad_decks"
    assert chosen(table) == [table.deck.pk]


def test_an_unlisted_deck_is_chosen_with_its_code():
    table, secret = a_table(), a_stored_deck("Cake", listed=False)
    assert table.why_not("ann", "choose_decks", {"decks": [secret.pk]}) == "bad_decks"
    assert table.why_not("ann", "choose_decks", {"decks": [secret.pk], "codes": [secret.code]}) == "bad_decks"
    assert table.why_not("ann", "choose_decks",
                         {"decks": [secret.pk], "codes": {"1": secret.code}}) == "bad_decks"
    table.act("ann", "choose_decks", {"decks": [secret.pk], "codes": {"%d" % secret.pk: secret.code}})
    assert chosen(table) == [secret.pk]


def test_a_host_chooses_drafts_of_their_own_alone():
    ann = an_account()
    draft, table = a_stored_deck("Cake", status="draft", owner=ann), a_table()
    assert table.why_not("ann", "choose_decks", {"decks": [draft.pk]}) == "bad_decks"
    own(table, "ann", ann)
    table.act("ann", "choose_decks", {"decks": [draft.pk]})
    assert chosen(table) == [draft.pk]


def test_the_next_host_may_keep_what_was_chosen_and_not_choose_it_anew():
    table, secret = a_table(), a_stored_deck("Cake", listed=False)
    table.act("ann", "choose_decks", {"decks": [secret.pk], "codes": {"%d" % secret.pk: secret.code}})
    table.act("ann", "make_host", {"player": "2"})
    table.act("bob", "choose_decks", {"decks": [secret.pk, table.deck.pk]})
    assert chosen(table) == [table.deck.pk, secret.pk]
    table.act("bob", "choose_decks", {"decks": [table.deck.pk]})
    assert table.why_not("bob", "choose_decks", {"decks": [secret.pk]}) == "bad_decks"


def test_a_deck_that_was_put_away_serves_the_room_that_chose_it():
    table = a_table()
    Deck.objects.update(status="archived")
    table.act("ann", "choose_decks", {"decks": [table.deck.pk]})
    table.deal()
    assert table.phase == "playing"


def test_a_family_table_refuses_an_adult_deck():
    table = a_table(rating="family")
    gin = a_stored_deck("Gin", rating="teen")
    decks = [table.deck.pk, gin.pk]
    assert table.why_not("ann", "choose_decks", {"decks": decks, "family": True}) == "not_for_families"
    table.act("ann", "choose_decks", {"decks": decks, "family": False})
    assert chosen(table) == decks


def test_cards_that_are_in_two_decks_are_told_and_serve_once():
    table = a_table(white=60)
    twin = a_stored_deck("Cake", white=0)
    twin.white_cards.bulk_create([WhiteCard(deck=twin, text=card.text.upper(), fingerprint=card.fingerprint)
                                  for card in table.deck.white_cards.all()[:50]])
    table.act("ann", "choose_decks", {"decks": [table.deck.pk, twin.pk]})
    shown = json_loads(messages.welcome(batches.load(table.pk), "1"))["table"]
    assert (shown["doubles"], shown["serves"]) == ({"black": 0, "white": 50}, 5)


def test_one_deck_that_is_gone_refuses_all():
    table = a_table()
    assert table.why_not("ann", "choose_decks", {"decks": [table.deck.pk, 4711]}) == "bad_decks"


def test_a_summary_that_a_client_sends_is_not_looked_at():
    table = a_table()
    lie = [{"id": table.deck.pk, "name": "Mine", "black": 9999, "white": 9999}]
    assert table.why_not("ann", "choose_decks", {"summaries": lie}) == "bad_decks"
    table.act("ann", "choose_decks", {"decks": [table.deck.pk], "summaries": lie})
    assert table.state["decks"][0]["name"] == "Tea"


def test_nobody_else_chooses_and_nothing_is_looked_up_for_them(django_assert_num_queries):
    table = a_table()
    loaded, move = batches.load(table.pk), table.move("bob", "choose_decks", {"decks": [table.deck.pk]})
    with django_assert_num_queries(0):
        prepared = batches.prepare(move, loaded)
    outcome = batches.advance(loaded, [prepared])
    assert outcome.answers[0].code == "not_host"


def test_only_two_moves_read_the_database():
    names = ["play_cards", "choose_decks", "start_game", "kick"]
    assert [name for name in names if batches.needs_reading(batches.Move("1", name, {}, "", None))] == [
        "choose_decks", "start_game"]
