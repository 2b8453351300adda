"""Clearing away rooms and snapshots that nobody uses any more."""
from __future__ import unicode_literals

import datetime

import mock
import pytest
from django.utils import timezone

from common.compat import json_dumps
from decks.catalogue import snapshots
from decks.models import Snapshot
from game import rules
from game.history import counting
from game.models import PlayedGame, Player, Room, RoundResult
from game.moves import batches
from game.rooms import cleanup, services
from tests.game.people import a_table_of, an_account
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def from_the_start(monkeypatch, settings):
    """Each test begins its own walk over the rooms, and has an hour of minutes in no time."""
    settings.KEEP_ROOMS_DAYS = 30
    monkeypatch.setattr("common.storage.sweeping.PAUSE_SECONDS", 0)
    monkeypatch.setattr(cleanup.sweep, "_after", None)
    monkeypatch.setattr(snapshots.sweep, "_after", None)


def clear():
    """What the clock does each minute."""
    counting.count()
    cleanup.clear_rooms()
    cleanup.clear_snapshots()


def age(room, **ago):
    Room.objects.filter(pk=room.pk).update(used=timezone.now() - datetime.timedelta(**ago))


def test_a_room_is_cleared_away_after_its_days():
    old, young = services.open_room("Ann").room, services.open_room("Bob").room
    age(old, days=31)
    age(young, days=29)
    clear()
    assert list(Room.objects.all()) == [young]


def test_seats_and_history_go_with_the_room():
    table = a_table()
    table.deal()
    table.play_round()
    age(table.room, days=31)
    clear()
    assert not Player.objects.exists() and not RoundResult.objects.exists()


def test_a_room_in_which_an_account_has_played_is_kept_but_not_listed():
    table = a_table_of(an_account())
    Room.objects.update(listed=True)
    table.deal()
    table.play_round()
    age(table.room, days=31)
    clear()
    assert RoundResult.objects.count() == 1 and not table.room.listed


def test_a_room_in_which_an_account_only_sat_is_cleared_away():
    table = a_table_of(an_account())
    age(table.room, days=31)
    clear()
    assert not Room.objects.exists()


def test_a_move_keeps_a_room():
    table = a_table()
    age(table.room, days=31)
    table.deal()
    clear()
    assert Room.objects.filter(pk=table.pk).exists()


def test_it_says_how_many_and_nothing_about_none():
    with mock.patch("game.rooms.cleanup.logger") as logger:
        clear()
        assert not logger.info.called
        age(services.open_room("Ann").room, days=31)
        clear()
    assert logger.info.call_args[0][1] == 1


def test_a_room_that_is_promised_to_somebody_is_kept(monkeypatch):
    old = [services.open_room(name).room for name in ("Ann", "Bob")]
    for room in old:
        age(room, days=31)
    monkeypatch.setattr("cards_project.routes.ROOMS_IN_USE", [lambda ids: ids & {old[1].pk}])
    clear()
    assert list(Room.objects.all()) == [old[1]]


def test_a_room_stays_until_its_rounds_are_counted():
    table = a_table()
    table.deal()
    table.play_round()
    age(table.room, days=31)
    cleanup.clear_rooms()
    assert Room.objects.exists()
    clear()
    assert not Room.objects.exists()


def test_a_room_that_is_used_between_choice_and_end_is_kept(monkeypatch):
    table = a_table()
    age(table.room, days=31)
    monkeypatch.setattr("cards_project.routes.ROOMS_IN_USE", [lambda ids: table.deal() and set()])
    clear()
    assert table.phase == "playing" and Player.objects.count() == 3


def test_a_move_in_a_room_that_was_just_cleared_away_finds_none():
    table = a_table()
    loaded = batches.load(table.pk)
    age(table.room, days=31)
    clear()
    outcome = batches.advance(loaded, [table.move("ann", "leave")])
    assert batches.commit([outcome]) == [False]
    with pytest.raises(Room.DoesNotExist):
        batches.load(table.pk)


def test_a_long_history_goes_in_pieces(monkeypatch):
    monkeypatch.setattr(cleanup, "ROUNDS_AT_ONCE", 2)
    table = a_table()
    table.deal()
    result = table.play_round() and table.room.results.get()
    for number in range(2, 9):
        result.pk, result.round = None, number
        result.save(force_insert=True)
    age(table.room, days=31)
    clear()
    assert not Room.objects.exists() and not RoundResult.objects.exists()


def test_every_old_room_is_looked_at_in_time(monkeypatch):
    monkeypatch.setattr(cleanup.sweep, "_size", 2)
    kept = a_table_of(an_account())
    kept.deal()
    kept.play_round()
    for name in ("Bob", "Cat", "Dan", "Eve"):
        services.open_room(name)
    Room.objects.update(used=timezone.now() - datetime.timedelta(days=31))
    for _ in range(3):
        clear()
    assert list(Room.objects.all()) == [kept.room]


# ---- snapshots

def forget_use():
    Snapshot.objects.update(used=timezone.now() - datetime.timedelta(days=31))


def a_game():
    table = a_table()
    table.deal()
    table.play_round()
    return table


def test_a_snapshot_that_no_room_needs_goes():
    snapshots.freeze([a_table().deck.pk])
    forget_use()
    clear()
    assert not Snapshot.objects.exists()


def test_a_snapshot_that_was_used_lately_stays():
    snapshots.freeze([a_table().deck.pk])
    clear()
    assert Snapshot.objects.exists()


def test_every_game_notes_the_snapshot_that_its_room_plays_with():
    table = a_game()
    game = PlayedGame.objects.get(room=table.pk, game=table.state["game"])
    assert game.cards == table.state["snapshot_id"] == Snapshot.objects.get().pk


def test_a_snapshot_that_a_room_plays_with_stays():
    table = a_game()
    counting.count()
    PlayedGame.objects.update(end_counted=True)
    forget_use()
    clear()
    snapshots.cache.clear()
    assert batches.load(table.pk).deck is not None


def test_a_snapshot_stays_until_what_was_left_in_hands_is_counted():
    table = a_game()
    Room.objects.update(state=json_dumps(rules.new_state("Ann", 0)))
    forget_use()
    cleanup.clear_snapshots()
    assert Snapshot.objects.exists()
    PlayedGame.objects.filter(room=table.pk).update(end_counted=True)
    cleanup.clear_snapshots()
    assert not Snapshot.objects.exists()


def test_a_game_that_begins_between_choice_and_end_keeps_its_snapshot():
    deck = a_table().deck
    before = snapshots.freeze([deck.pk]).id
    forget_use()
    snapshots.clear_unused(timezone.now(), lambda ids: snapshots.freeze([deck.pk]) and set())
    assert Snapshot.objects.get().pk == before


def test_a_game_that_begins_just_after_the_end_makes_it_anew():
    deck, find = a_table().deck, Snapshot.objects.get_or_create
    snapshots.freeze([deck.pk])
    forget_use()

    def find_and_lose(*args, **kwargs):
        patched.stop()
        found = find(**kwargs)
        Snapshot.objects.all().delete()
        return found
    patched = mock.patch("django.db.models.query.QuerySet.get_or_create", find_and_lose)
    patched.start()
    made = snapshots.freeze([deck.pk]).id
    assert Snapshot.objects.get().pk == made


def test_a_snapshot_is_stamped_once_an_hour_and_not_at_each_game():
    deck = a_table().deck
    snapshots.freeze([deck.pk])
    stamps = set()
    for ago in (datetime.timedelta(minutes=30), datetime.timedelta(hours=2)):
        Snapshot.objects.update(used=timezone.now() - ago)
        before = Snapshot.objects.get().used
        snapshots.freeze([deck.pk])
        stamps.add(Snapshot.objects.get().used == before)
    assert stamps == {True, False}
