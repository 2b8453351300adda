"""Choosing decks, and the cards that a game keeps whatever happens to its decks."""
from __future__ import unicode_literals

import pytest

from common.compat import json_loads
from decks.cards.texts import fingerprint
from decks.models import Deck, WhiteCard
from game.moves import batches
from game.realtime import messages
from tests.game.people import an_account, own
from tests.game.table import a_stored_deck, a_table

pytestmark = pytest.mark.django_db


def chosen(table):
    return [deck["id"] for deck in table.state["decks"]]


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


def test_a_start_freezes_the_cards_of_the_chosen_decks():
    table = a_table(white=80, black=1)
    table.deal()
    loaded = batches.load(table.pk)
    assert loaded.state["snapshot_id"] == loaded.deck.id
    assert len(loaded.deck.white) == 80 and loaded.deck.black[0].text == "Tea 0 _"


def test_editing_a_deck_changes_no_running_game():
    table = a_table()
    table.deal()
    shown = table.seat("ann")["hand"]
    WhiteCard.objects.update(text="changed")
    assert table.seat("ann")["hand"] == shown


def test_deleting_a_deck_stops_no_running_game():
    table = a_table()
    table.deal()
    Deck.objects.all().delete()
    table.play_round()
    assert table.phase == "round_over"
    table.act("ann", "next_round")
    assert table.phase == "playing" and len(table.seat("bob")["hand"]) == 10


def test_the_next_game_has_the_new_cards():
    table = a_table()
    table.deal()
    WhiteCard.objects.update(text="changed")
    WhiteCard.objects.bulk_create([
        WhiteCard(deck=table.deck, text="new %d" % number, position=number) for number in range(60)])
    for move in ("end_game", "rematch", "start_game"):
        table.act("ann", move)
    assert all(card["text"].startswith(("new", "changed")) for card in table.seat("ann")["hand"])


def test_a_deck_that_is_gone_before_the_start_refuses_the_start():
    table = a_table()
    Deck.objects.all().delete()
    assert table.why_not("ann", "start_game") == "bad_decks"
    assert table.phase == "lobby"


def test_a_deck_without_enough_cards_refuses_the_start():
    table = a_table(white=35)
    refusal = table.act("ann", "start_game").answers[0]
    assert (refusal.code, refusal.data) == ("not_enough_white", {"have": 35, "need": 36})


def test_back_in_the_lobby_no_deck_is_kept():
    table = a_table()
    table.deal()
    for move in ("end_game", "rematch"):
        table.act("ann", move)
    assert batches.load(table.pk).deck is None


def made_late(table, before, move):
    """The code that refuses a move which was prepared for the room as it was `before`."""
    prepared = batches.prepare(move, before)
    return batches.advance(batches.load(table.pk), [prepared]).answers[0].code


def test_a_start_that_overtakes_the_choice_of_decks_is_to_be_sent_again():
    table = a_table()
    table.act("ann", "choose_decks", {"decks": []})
    before = batches.load(table.pk)
    table.act("ann", "choose_decks", {"decks": [table.deck.pk]})
    assert made_late(table, before, batches.Move("1", "start_game", {}, "a", None)) == "busy"


@pytest.mark.parametrize("name, args", [("start_game", {}), ("choose_decks", {"decks": []})])
def test_a_move_that_overtakes_its_right_to_be_made_is_to_be_sent_again(name, args):
    table = a_table()
    table.act("ann", "make_host", {"player": "2"})
    before = batches.load(table.pk)
    table.act("bob", "make_host", {"player": "1"})
    assert made_late(table, before, batches.Move("1", name, args, "a", None)) == "busy"


def adds(table, cake):
    return table.act("ann", "choose_decks", {"decks": [table.deck.pk, cake.pk]}).answers[0]


def test_a_deck_that_is_added_in_mid_game_changes_no_card_that_is_held():
    table, cake = a_table(), a_stored_deck("Cake")
    table.deal()
    before = [table.seat(who)["hand"] for who in ("ann", "bob", "cat")]
    assert adds(table, cake) is None
    assert [table.seat(who)["hand"] for who in ("ann", "bob", "cat")] == before
    loaded = batches.load(table.pk)
    assert chosen(table) == [table.deck.pk, cake.pk] and len(loaded.deck.white) == 160
    assert loaded.state["white_pile"]["size"] == 160


def test_a_deck_that_nobody_may_choose_is_not_added_in_mid_game():
    table = a_table()
    table.deal()
    assert adds(table, a_stored_deck("Cake", listed=False)).code == "bad_decks"
    assert adds(table, table.deck).code == "no_new_decks"
    assert table.why_not("ann", "choose_decks", {"decks": []}) == "only_adding"


def test_a_card_that_was_dropped_before_stays_out_of_a_deck_that_is_added():
    table, cake = a_table(), a_stored_deck("Cake")
    table.alter(dropped_fingerprints={"white": [fingerprint("Cake answer 3")]})
    table.deal()
    adds(table, cake)
    loaded = batches.load(table.pk)
    assert [loaded.deck.white[card] for card in loaded.state["removed_cards"]["white"]] == ["Cake answer 3"]


def test_two_additions_at_once_are_one_after_the_other():
    table, cake, pie = a_table(), a_stored_deck("Cake"), a_stored_deck("Pie")
    table.deal()
    before = batches.load(table.pk)
    adds(table, cake)
    late = batches.Move("1", "choose_decks", {"decks": [table.deck.pk, cake.pk, pie.pk]}, "a", None)
    assert made_late(table, before, late) == "busy"
