"""Rooms that another release has stored: an older one's are played on, a newer one's wait untouched."""
from __future__ import unicode_literals

import pytest

from common.compat import json_dumps, json_loads
from game.history import past_games
from game.models import Room
from game.moderation import hidden_cards
from game.moves import storage
from game.realtime.handlers import rooms
from game.rooms import cleanup, services
from game.rooms.summary import summary_of
from game.rules.stored import schema
from live import Busy
from tests.game.pages import address, come_in, sit
from tests.game.people import a_table_of, an_account
from tests.game.table import a_table
from tests.rules.stored import stored_states

pytestmark = pytest.mark.django_db


@pytest.fixture
def newer():
    """A table whose state is stored by a newer release."""
    table = a_table()
    table.deal()
    table.store_as_newer_code_would()
    return table


def store_an_old_lobby(table):
    old = next(state for _, _, state in stored_states.load(1) if state["phase"] == "lobby")
    Room.objects.filter(pk=table.pk).update(state=json_dumps(old))
    return old["host"]


def test_a_room_that_release_0_1_0_has_stored_is_played_on_and_stored_in_the_present_schema():
    table = a_table()
    host = store_an_old_lobby(table)
    move = services.Move(host, "change_settings", {"settings": {"hand_size": 7}}, "k3-1", None)
    assert services.play(table.pk, [move]).answers == [None]
    assert schema.problems(table.state) == [] and table.state["schema"] == schema.SCHEMA


def test_a_newer_room_is_busy_and_nothing_is_written_over_it(newer):
    before = newer.room.state
    with pytest.raises(services.Busy):
        newer.act("ann", "end_game")
    with pytest.raises(services.Busy):
        services.join(newer.room, "Dan")
    assert newer.room.state == before and newer.room.players.count() == 3


def test_sockets_of_a_newer_room_are_told_that_it_is_busy(newer):
    with pytest.raises(Busy):
        rooms.load(newer.pk)


def test_the_log_says_which_schema_is_too_new(newer, caplog):
    with pytest.raises(storage.Busy):
        storage.read_state(newer.room.state)
    assert "schema %d" % (schema.SCHEMA + 1) in caplog.text


def test_the_page_of_a_newer_room_opens_and_tells_nothing(newer, client):
    sit(client, newer.player("ann"))
    assert client.get(newer.room.get_absolute_url()).status_code == 200
    assert client.get("/").status_code == 200
    assert summary_of(newer.room)["players"] == {}


def test_what_a_newer_rooms_page_fetches_is_answered_by_try_again(newer, client):
    come_in(client, newer.room)
    response = client.get(address("decks", newer.room.code), HTTP_ACCEPT="application/json")
    assert response.status_code == 503 and response["Retry-After"]
    assert json_loads(response.content.decode())["code"] == "busy"


def test_a_newer_room_keeps_its_snapshot(newer):
    newer.room.games.update(end_counted=True)
    snapshot = newer.room.games.get().cards
    assert cleanup._snapshots_in_use({snapshot}) == {snapshot}


def test_hidden_cards_leave_other_rooms_while_one_is_newer(newer):
    other = a_table(name="Milk")
    other.deal()
    card = other.deck.white_cards.first()
    assert [room for room, _, _ in hidden_cards._found([("white", card.fingerprint)])] == [other.pk]


def test_past_games_of_an_account_leave_a_newer_room_out_of_those_that_run():
    user = an_account()
    table = a_table_of(user)
    table.store_as_newer_code_would()
    assert past_games._running(user) == []
