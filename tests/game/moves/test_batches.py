"""Batches of moves: stored by compare-and-swap, all or nothing, and each one only once."""
from __future__ import unicode_literals

import time

import mock
import pytest
from django.db import OperationalError

from game.models import Room
from game.moves import batches, storage
from game.rooms import services
from game.rules import clock
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


def settings_of(size):
    return {"settings": {"hand_size": size}}


def test_a_move_raises_the_version_by_one():
    table = a_table()
    version = table.version
    outcome = table.act("ann", "change_settings", settings_of(7))
    assert outcome.changed and outcome.after.version == table.version == version + 1
    assert table.state["settings"]["hand_size"] == 7


def test_a_batch_is_one_version():
    table = a_table()
    version = table.version
    moves = [table.move("ann", "change_settings", settings_of(size), "k-%d" % size) for size in (5, 6, 7)]
    assert services.play(table.pk, moves).answers == [None] * 3
    assert table.version == version + 1 and table.state["settings"]["hand_size"] == 7


def test_a_refused_move_in_a_batch_spoils_no_other():
    table = a_table()
    outcome = services.play(table.pk, [table.move("bob", "start_game", id="b"),
                                       table.move("ann", "start_game", id="a")])
    assert [answer and answer.code for answer in outcome.answers] == ["not_host", None]
    assert table.phase == "playing"


def test_a_refused_move_stores_nothing():
    table = a_table()
    before = table.room
    outcome = table.act("bob", "change_settings", settings_of(5), "k1")
    assert not outcome.changed and outcome.after is outcome.before
    assert (table.room.version, table.room.state) == (before.version, before.state)


def test_a_move_sent_again_is_made_once():
    table = a_table()
    first = table.act("ann", "change_settings", settings_of(5), "k1")
    again = table.act("ann", "change_settings", settings_of(9), "k1")
    assert again.answers == [None] and not again.changed
    assert table.version == first.after.version and table.state["settings"]["hand_size"] == 5


def test_a_move_twice_in_one_batch_is_made_once():
    table = a_table()
    table.deal()
    move = table.move("ann", "end_game", id="k1")
    outcome = services.play(table.pk, [move, move])
    assert outcome.answers == [None, None]
    assert [entry["type"] for entry in outcome.entries].count("game_over") == 1


def test_a_refused_move_may_be_tried_again_with_the_same_id():
    table = a_table("Ann", "Bob")
    assert table.why_not("ann", "start_game", id="k1") == "too_few_players"
    table.sit_down("Cat")
    assert table.act("ann", "start_game", id="k1").answers == [None]
    assert table.phase == "playing"


def test_a_change_of_mind_is_stored_though_nobody_hears_of_it():
    table = a_table("Ann", "Bob", "Cat", "Dan")
    table.deal()
    who = table.members[0]
    for place in (0, 1):
        outcome = table.act(who, "play_cards", {"cards": [table.hand(who)[place]]}, "k%d" % place)
    assert outcome.entries == [] and table.state["chosen_cards"][table.number(who)] == [table.hand(who)[1]]


def test_two_people_may_use_the_same_id():
    table = a_table()
    table.deal()
    who, other = table.members
    for player in (who, other):
        table.act(player, "play_cards", {"cards": table.hand(player)[:1]}, "k1")
    assert table.phase == "revealing"


def test_the_last_few_ids_are_kept_and_no_more():
    table = a_table()
    for number in range(batches.KEPT_IDS + 1):
        table.act("ann", "change_settings", settings_of(5), "k%d" % number)
    kept = table.state["players"]["1"]["recent_move_ids"]
    assert kept == ["k%d" % number for number in range(1, batches.KEPT_IDS + 1)]


def test_a_move_of_the_server_leaves_no_id():
    table = a_table()
    table.act("bob", "disconnect")
    assert "recent_move_ids" not in table.state["players"]["2"]


def test_a_lost_race_is_played_again_on_what_the_other_wrote():
    table = a_table()
    swap, late = storage.swap, []

    def somebody_first(changes):
        if not late:
            late.append(True)
            table.alter(settings=dict(table.state["settings"], score_limit=3))
        return swap(changes)
    with mock.patch("game.moves.storage.swap", somebody_first):
        outcome = table.act("ann", "change_settings", settings_of(6))
    assert table.state["settings"]["hand_size"] == 6 and table.state["settings"]["score_limit"] == 3
    assert outcome.after.version == table.version == outcome.before.version + 1


def test_a_lost_race_may_end_in_a_refusal():
    table = a_table()
    swap = storage.swap

    def somebody_first(changes):
        table.alter(host="2", opener="2")
        return swap(changes)
    with mock.patch("game.moves.storage.swap", somebody_first):
        outcome = table.act("ann", "change_settings", settings_of(6))
    assert outcome.answers[0].code == "not_host" and table.state["settings"]["hand_size"] == 10


def test_it_gives_up_when_others_are_always_first():
    table = a_table()
    with mock.patch("game.moves.storage.swap",
                    return_value=set()) as swap, mock.patch("game.rooms.services._step_back"):
        with pytest.raises(services.Busy):
            table.act("ann", "change_settings", settings_of(6))
    assert swap.call_count == services.RACES


def test_a_move_in_a_room_that_is_gone_is_an_error():
    table = a_table()
    Room.objects.all().delete()
    with pytest.raises(Room.DoesNotExist):
        table.act("ann", "leave")


def test_our_own_bug_leaves_the_room_as_it_was():
    table = a_table()
    before = table.room
    with mock.patch("game.rules.apply_move", side_effect=[[{"type": "settings"}], ZeroDivisionError]):
        with pytest.raises(ZeroDivisionError):
            services.play(table.pk, [table.move("ann", "leave"), table.move("bob", "leave")])
    assert (table.room.version, table.room.state) == (before.version, before.state)


def test_a_bug_while_storing_history_leaves_the_room_as_it_was():
    table = a_table()
    table.deal()
    table.everybody_plays()
    table.reveal_all()
    before = table.room
    with mock.patch("game.moves.storage.keep_results",
                    side_effect=ZeroDivisionError), pytest.raises(ZeroDivisionError):
        table.pick()
    assert (table.room.version, table.room.state) == (before.version, before.state)


def test_advancing_stores_nothing_and_leaves_the_snapshot_alone():
    table = a_table()
    table.deal()
    loaded = batches.load(table.pk)
    who = table.members[0]
    batches.advance(loaded, [table.move(who, "play_cards", {"cards": table.hand(who)[:1]}, "k1")])
    assert loaded.state == table.state and loaded.version == table.version


def test_the_clock_is_the_servers():
    table = a_table()
    with mock.patch("game.moves.batches.now_ms", return_value=1767225600000):
        table.deal()
    assert table.state["deadline"] == 1767225600000 + clock.length(table.state, "playing", 1)


def test_a_move_that_was_stored_just_before_the_line_broke_is_known_when_it_comes_again():
    table, swap = a_table(), storage.swap

    def swap_and_break(changes):
        swap(changes)
        raise OperationalError("the line broke")
    with mock.patch("game.moves.storage.swap", swap_and_break), pytest.raises(OperationalError):
        table.act("ann", "change_settings", settings_of(7), "k-1")
    version = table.version
    outcome = table.act("ann", "change_settings", settings_of(7), "k-1")
    assert outcome.answers == [None] and not outcome.changed and table.version == version


@pytest.mark.parametrize("jump", [3600, -3600])
def test_a_system_clock_that_is_set_neither_ends_nor_freezes_a_round(monkeypatch, jump):
    table = a_table()
    table.deal()
    left, was = table.state["deadline"] - batches.now_ms(), time.time()
    monkeypatch.setattr("time.time", lambda: was + jump)
    assert table.why_not("bob", "expire") == "nothing_due"
    assert abs(table.state["deadline"] - batches.now_ms() - left) < 10000


def test_after_a_restart_with_a_clock_set_back_the_next_move_brings_the_deadline_near():
    table = a_table()
    table.deal()
    early = batches.now_ms() - 3600 * 1000
    with mock.patch("game.moves.batches.now_ms", return_value=early):
        outcome = table.act("bob", "connect")
    assert outcome.changed and table.state["deadline"] == early + clock.longest(table.state, "playing")
