"""The room's side of a socket: who is admitted, and what a frame means."""
from __future__ import unicode_literals

import re

import pytest

from common.compat import json_dumps, json_loads
from game import rules
from game.models import Room
from game.moves import batches
from game.realtime.handlers import FRAME_BYTES, RoomHandler
from game.rooms import services
from game.seats import sessions
from live import Place, Refused
from tests.game.table import a_table

rooms = RoomHandler()


def admit(room, session=None, user=None, **query):
    return rooms.admit(user, session or {}, {"code": room.code}, query)


def refusal_of(function, *args):
    """(code, id, close code) of the Refused that a call must meet."""
    with pytest.raises(Refused) as refused:
        function(*args)
    message = json_loads(refused.value.text)
    return message["code"], message.get("id"), refused.value.close


def frame(**content):
    return json_dumps(content)


@pytest.mark.django_db
class TestAdmission(object):
    def test_a_player_is_admitted_to_the_seat(self):
        table, session = a_table("Ann", "Bob"), {}
        sessions.remember(session, table.player("bob"))
        assert admit(table.room, session) == Place(table.pk, "2")

    def test_an_account_is_admitted_to_its_seat(self, django_user_model):
        ann = django_user_model.objects.create_user("ann")
        room = services.open_room("Ann", ann).room
        assert admit(room, user=ann) == Place(room.pk, "1")

    def test_whoever_came_through_the_door_may_watch(self):
        table, session = a_table("Ann"), {}
        sessions.let_watch(session, table.room)
        assert admit(table.room, session) == Place(table.pk, None)

    def test_a_stranger_is_not_admitted(self):
        assert refusal_of(admit, a_table("Ann").room) == ("not_admitted", None, 4403)

    def test_a_code_that_is_not_in_use_looks_like_a_closed_door(self):
        assert refusal_of(admit, Room(code="KX7PQ")) == ("not_admitted", None, 4403)

    def test_a_room_that_is_gone_is_told_to_those_who_were_inside(self):
        gone, session = Room(code="KX7PQ"), {}
        sessions.let_watch(session, gone)
        assert refusal_of(admit, gone, session) == ("no_such_room", None, 4404)

    def test_a_seat_that_moved_away_says_so(self):
        table, session = a_table("Ann"), {}
        sessions.remember(session, table.player("ann"))
        sessions.let_watch(session, table.room)
        services.move_seat(table.player("ann"))
        assert refusal_of(admit, table.room, session) == ("seat_moved", None, 4409)

    def test_the_kicked_stay_out_even_as_spectators(self):
        table, session = a_table("Ann", "Bob"), {}
        sessions.remember(session, table.player("bob"))
        sessions.let_watch(session, table.room)
        table.act("ann", "kick", {"player": "2"})
        assert refusal_of(admit, table.room, session) == ("kicked", None, 4410)


@pytest.mark.django_db
class TestScreens(object):
    def test_a_screen_in_a_players_browser_only_watches(self):
        table, session = a_table("Ann"), {}
        sessions.remember(session, table.player("ann"))
        assert admit(table.room, session, view="tv") == Place(table.pk, None, True)

    def test_a_screen_of_an_account_with_a_seat_only_watches(self, django_user_model):
        ann = django_user_model.objects.create_user("ann")
        room = services.open_room("Ann", ann).room
        assert admit(room, user=ann, view="tv") == Place(room.pk, None, True)

    def test_a_screen_neither_comes_nor_goes(self):
        assert rooms.arrival(None) is None and rooms.departure(None) is None

    def test_a_screen_stays_when_the_seat_of_its_browser_has_moved(self):
        table, session = a_table("Ann"), {}
        sessions.remember(session, table.player("ann"))
        sessions.let_watch(session, table.room)
        services.move_seat(table.player("ann"))
        assert admit(table.room, session, view="tv") == Place(table.pk, None, True)

    def test_without_seat_and_door_there_is_no_screen(self):
        table, session = a_table("Ann"), {}
        sessions.remember(session, table.player("ann"))
        services.move_seat(table.player("ann"))
        assert refusal_of(lambda: admit(table.room, session, view="tv")) == ("not_admitted", None, 4403)
        assert refusal_of(lambda: admit(table.room, view="tv")) == ("not_admitted", None, 4403)

    def test_the_kicked_open_no_screen(self):
        table, session = a_table("Ann", "Bob"), {}
        sessions.remember(session, table.player("bob"))
        table.act("ann", "kick", {"player": "2"})
        assert refusal_of(lambda: admit(table.room, session, view="tv")) == ("kicked", None, 4410)

    def test_a_view_that_does_not_exist_is_refused(self):
        table, session = a_table("Ann"), {}
        sessions.remember(session, table.player("ann"))
        assert refusal_of(lambda: admit(table.room, session, view="TV")) == ("bad_view", None, 4400)

    @pytest.mark.parametrize("name", sorted(rules.PLAYER_MOVES - {"expire"}))
    def test_no_move_of_a_seat_comes_from_a_screen(self, name):
        table = a_table()
        loaded = batches.load(table.pk)
        move = rooms.read(None, frame(id="k1", move=name, args={"player": "1", "decks": [1], "settings": {}}))
        outcome = batches.advance(loaded, [batches.prepare(move, loaded)])
        assert outcome.answers[0].code == "not_seated" and not outcome.changed


@pytest.mark.django_db
class TestReading(object):
    def test_a_room_that_is_gone_is_a_lookup_error(self):
        with pytest.raises(LookupError):
            rooms.load(4711)

    def test_a_loaded_room_has_its_version(self):
        table = a_table("Ann")
        assert rooms.load(table.pk).version == table.version

    def test_the_versions_of_many_rooms_are_read_at_once(self, django_assert_num_queries):
        tables = [a_table("Ann", name="Tea %d" % number) for number in range(3)]
        expected = {table.pk: table.version for table in tables}
        with django_assert_num_queries(1):
            assert rooms.versions(list(expected) + [4711]) == expected


class TestFrames(object):
    def test_a_move_is_read(self):
        move = rooms.read("3", frame(id="k3-17", move="play_cards", args={"cards": [12, 40]}))
        assert move == batches.Move("3", "play_cards", {"cards": [12, 40]}, "k3-17", None)

    def test_a_move_without_arguments_has_none(self):
        assert rooms.read("3", frame(id="k1", move="leave")).args == {}

    @pytest.mark.parametrize("name", ["sync", "ping"])
    def test_a_question_needs_no_id(self, name):
        assert rooms.is_question(rooms.read(None, frame(move=name))) == name

    def test_a_move_is_no_question(self):
        assert not rooms.is_question(rooms.read("3", frame(id="k1", move="leave")))

    @pytest.mark.parametrize("text", [
        "", "{", "null", "1", "[]", '"sync"', "[" * 4000, '{"move": NaN}', "\u0000",
        '{"move": "sync", "id": "\\ud800"}'])
    def test_what_is_no_json_object_is_refused(self, text):
        assert refusal_of(rooms.read, "3", text) == ("bad_frame", None, 0)

    @pytest.mark.parametrize("move_id", [1, None, True, [], {}, "x" * 33])
    def test_an_id_that_is_none_is_refused(self, move_id):
        assert refusal_of(rooms.read, "3", frame(id=move_id, move="leave")) == ("bad_frame", None, 0)

    @pytest.mark.parametrize("name", [None, 1, [], {"a": 1}, True])
    def test_a_move_that_has_no_name_is_refused(self, name):
        assert refusal_of(rooms.read, "3", frame(id="k1", move=name)) == ("bad_frame", "k1", 0)

    @pytest.mark.parametrize("args", [None, 1, [], "x", True])
    def test_arguments_that_are_no_object_are_refused(self, args):
        assert refusal_of(rooms.read, "3", frame(id="k1", move="leave", args=args)) == ("bad_frame", "k1", 0)

    @pytest.mark.parametrize("name", ["join", "connect", "disconnect", "", "Leave", "__class__"])
    def test_moves_of_the_server_are_not_taken_from_a_client(self, name):
        assert refusal_of(rooms.read, "3", frame(id="k1", move=name)) == ("unknown_move", "k1", 0)

    def test_a_move_needs_an_id(self):
        assert refusal_of(rooms.read, "3", frame(move="leave")) == ("bad_frame", None, 0)

    def test_an_id_of_32_characters_is_long_enough(self):
        assert rooms.read("3", frame(id="x" * 32, move="leave")).id == "x" * 32

    def test_what_is_too_long_is_refused_by_its_id_and_stays_connected(self):
        long = frame(args={"x": "x" * FRAME_BYTES})
        assert refusal_of(rooms.read, "3",
                          '{"id": "k1", "move": "leave", ' + long[1:]) == ("too_big", "k1", 0)
        assert refusal_of(rooms.read, "3", long) == ("too_big", None, 0)

    def test_bytes_make_a_frame_too_long_not_letters(self):
        start, end = '{"id": "k1", "move": "leave", "args": {"x": "', '"}}'
        room = FRAME_BYTES - len(start + end)
        assert rooms.read("3", start + "x" * room + end).name == "leave"
        assert refusal_of(rooms.read, "3", start + "\u0142" * (room // 2 + 1) + end) == ("too_big", "k1", 0)

    @pytest.mark.parametrize("start", ['{"id": "%s", ' % ("x" * 33), '{"id": "", ', '{"id": 7, ',
                                       '{"id": "\\n", ', "[", ""])
    def test_what_is_too_long_and_has_no_id_in_front_is_refused_without_one(self, start):
        assert refusal_of(rooms.read, "3", start + "x" * (FRAME_BYTES + 1)) == ("too_big", None, 0)

    def test_a_player_in_the_frame_is_not_believed(self):
        assert rooms.read("3", frame(id="k1", move="leave", player="1", who="1")).player == "3"


@pytest.mark.django_db
class TestAnswers(object):
    def test_each_move_with_an_id_is_answered(self):
        table = a_table()
        moves = [table.move("bob", "start_game", id="b"), table.move("ann", "connect"),
                 table.move("ann", "start_game", id="a")]
        outcome = services.play(table.pk, moves)
        refused, none, done = rooms.replies(outcome, moves, ["en", "en", "en"])
        assert json_loads(refused)["code"] == "not_host" and json_loads(refused)["id"] == "b"
        assert none is None
        assert json_loads(done) == {"type": "ok", "id": "a", "version": table.version}

    def test_arrivals_and_departures_are_those_of_players(self):
        assert rooms.arrival("2").name == "connect" and rooms.departure("2").name == "disconnect"
        assert rooms.arrival(None) is None and rooms.departure(None) is None

    def test_a_failure_is_told_to_whoever_waits(self):
        move = batches.Move("3", "leave", {}, "k1", None)
        assert json_loads(rooms.failure(move, "busy"))["id"] == "k1"
        for nameless in (move._replace(id=""), None):
            assert "id" not in json_loads(rooms.failure(nameless, "server_error"))

    def test_a_refusal_that_closes_has_its_code(self):
        text, close = rooms.refusal("too_slow")
        assert (json_loads(text)["code"], close) == ("too_slow", 4408)

    def test_a_pong_has_the_version(self):
        table = a_table("Ann")
        assert json_loads(rooms.pong(rooms.load(table.pk)))["version"] == table.version


def test_the_address_takes_codes_only():
    assert re.match(rooms.path, "ws/rooms/KX7PQ/").group("code") == "KX7PQ"
    assert not any(re.match(rooms.path, path)
                   for path in ("ws/rooms/kx7pq/", "ws/rooms/KX7P/", "ws/rooms/KX7PQ"))


@pytest.mark.parametrize("rest", ['"move": "play_cards", "args": {"cards": [Infinity]}}',
                                  '"move": "here", "args": {"x": "\\ud800"}}'])
def test_a_frame_that_cannot_be_parsed_is_refused_by_the_id_it_begins_with(rest):
    assert refusal_of(rooms.read, "3", '{"id": "k3-1", ' + rest)[:2] == ("bad_frame", "k3-1")
