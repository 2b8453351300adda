"""The cards that a game keeps whatever happens to its decks, and decks that are added to it."""
from __future__ import unicode_literals

import pytest

from decks.cards.texts import fingerprint
from decks.models import Deck, WhiteCard
from game.moves import batches
from tests.game.table import a_stored_deck, a_table, chosen

pytestmark = pytest.mark.django_db


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
