"""Cards that a host drops from a room, and cards that are hidden everywhere."""
from __future__ import unicode_literals

import datetime

import pytest
from django.utils import timezone

from cards_project import routes
from common.compat import json_loads
from decks.cards.texts import fingerprint
from decks.models import HiddenCard
from decks.review.reports import HIDE_CARD
from game.models import Room
from game.moderation import hidden_cards
from game.moves import batches
from tests.game.table import a_stored_deck, a_table

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(monkeypatch):
    updates = []
    monkeypatch.setattr("game.rooms.services.publish", lambda handler, update: updates.append(update))
    return updates


def a_running_table(**deck):
    table = a_table("Ann", "Bob", "Cat", **deck)
    table.deal()
    return table


def text_of(table, number):
    return batches.load(table.pk).deck.white[number]


def hide(text, kind="white"):
    HiddenCard.objects.create(kind=kind, fingerprint=fingerprint(text), text=text)
    hidden_cards.hide_card({"kind": kind, "fingerprint": fingerprint(text)})


def all_hands(table):
    return [card["text"] for who in sorted(table.players) for card in table.seat(who)["hand"]]


def test_the_host_drops_a_card_and_the_room_keeps_its_mark():
    table = a_running_table()
    card = table.hand("ann")[0]
    text = text_of(table, card)
    assert table.act("ann", "drop_card", {"kind": "white", "card": card}).answers == [None]
    assert table.state["dropped_fingerprints"] == {"white": [fingerprint(text)]}
    assert text not in all_hands(table)


def test_the_mark_is_never_the_clients():
    table = a_running_table()
    table.act("ann", "drop_card", {"kind": "white", "card": table.hand("ann")[0], "mark": "x"})
    assert table.state["dropped_fingerprints"]["white"] != ["x"]
    assert table.why_not("ann", "drop_card", {"kind": "white", "card": -1, "mark": "x"}) == "not_your_card"


def test_a_dropped_card_stays_out_of_later_games_with_other_decks_too():
    table = a_running_table(white=37)
    text = text_of(table, table.hand("ann")[0])
    table.act("ann", "drop_card", {"kind": "white", "card": table.hand("ann")[0]})
    table.act("ann", "end_game")
    table.act("ann", "rematch")
    table.act("ann", "choose_decks", {"decks": [table.deck.pk, a_stored_deck("Cake", white=20).pk]})
    table.deal()
    number = [n for n in range(57) if text_of(table, n) == text]
    assert table.state["removed_cards"] == {"white": number}


def test_a_room_with_too_few_cards_after_dropping_does_not_start():
    table = a_running_table(white=37)
    table.act("ann", "drop_card", {"kind": "white", "card": table.hand("ann")[0]})
    table.alter(dropped_fingerprints={"white": [fingerprint(text_of(table, card)) for card in range(2)]})
    table.act("ann", "end_game")
    table.act("ann", "rematch")
    assert table.why_not("ann", "start_game") == "not_enough_white"


def test_a_hidden_card_leaves_every_running_game_that_has_it(published):
    tables = [a_running_table(), a_running_table(name="Cake")]
    text = text_of(tables[0], tables[0].hand("bob")[0])
    hide(text)
    assert text not in all_hands(tables[0])
    assert [update.topic for update in published] == [tables[0].pk]
    assert list(published[0].private) == [tables[0].number("bob")]
    assert json_loads(published[0].public)["log"] == [{"type": "dropped", "kind": "white"}]


def test_a_hidden_black_card_is_dealt_no_more_and_the_round_goes_on(published):
    table = a_running_table(black=2)
    card = table.state["black_card"]
    hide(batches.load(table.pk).deck.black[card].text, "black")
    assert table.state["black_card"] == card
    for _ in range(2):
        table.play_round()
        table.act("ann", "next_round")
        assert table.state["black_card"] != card


def test_a_game_that_needs_the_card_keeps_it(published):
    table = a_running_table(white=36)
    text = text_of(table, table.hand("bob")[0])
    hide(text)
    assert text in all_hands(table) and not published


def test_the_clock_takes_out_what_no_message_did(published):
    table = a_running_table()
    text = text_of(table, table.hand("bob")[0])
    HiddenCard.objects.create(kind="white", fingerprint=fingerprint(text), text=text)
    hidden_cards.catch_up()
    assert text not in all_hands(table)
    hidden_cards.catch_up()
    assert len(published) == 1


def test_the_clock_looks_at_no_room_unless_a_card_was_hidden_today(published, django_assert_num_queries):
    table = a_running_table()
    text = text_of(table, table.hand("bob")[0])
    HiddenCard.objects.create(kind="white", fingerprint=fingerprint(text), text=text)
    HiddenCard.objects.update(created=timezone.now() - datetime.timedelta(hours=25))
    with django_assert_num_queries(1):
        hidden_cards.catch_up()
    assert text in all_hands(table)


def test_a_card_that_is_shown_again_meanwhile_stays(published):
    table = a_running_table()
    hidden_cards.hide_card({"kind": "white",
                            "fingerprint": fingerprint(text_of(table, table.hand("bob")[0]))})
    assert not published


@pytest.mark.parametrize("asleep", ["lobby", "old"])
def test_rooms_where_nothing_goes_on_are_left_alone(published, asleep):
    table = a_running_table()
    text = text_of(table, table.hand("bob")[0])
    if asleep == "lobby":
        table.act("ann", "end_game")
    else:
        Room.objects.update(used=timezone.now() - datetime.timedelta(hours=25))
    hide(text)
    assert not published


def test_the_worker_and_the_clock_know_it():
    assert routes.TASKS[HIDE_CARD] is hidden_cards.hide_card and hidden_cards.catch_up in routes.EVERY_MINUTE
