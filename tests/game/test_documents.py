"""What pages fetch, and where their errors go."""
from __future__ import unicode_literals

import mock
import pytest
import segno

from tests.game.pages import address, come_in, json_of, sit, text_of
from tests.game.rooms import a_table

pytestmark = pytest.mark.django_db
PRIVATE = ["decks", "history", "seat_qr"]


@pytest.fixture
def table():
    return a_table("Ann", "Bob", "Cat")


@pytest.mark.parametrize("name", PRIVATE)
def test_strangers_get_nothing(client, table, name):
    assert client.get(address(name, table.room.code)).status_code == 404


@pytest.mark.parametrize("name", PRIVATE)
def test_the_kicked_get_nothing(client, table, name):
    sit(client, table.player("bob"))
    come_in(client, table.room)
    table.act("ann", "kick", {"player": "2"})
    assert client.get(address(name, table.room.code)).status_code == 404


@pytest.mark.parametrize("name", PRIVATE + ["qr"])
def test_a_room_that_does_not_exist_has_nothing(client, name):
    assert client.get(address(name, "KX7PQ")).status_code == 404


def test_a_player_sees_the_decks(client, table):
    sit(client, table.player("bob"))
    deck, = json_of(client.get(address("decks", table.room.code)))["decks"]
    assert (deck["id"], deck["name"], deck["black"], deck["white"]) == (table.deck.pk, "Tea", 12, 80)


def test_a_spectator_sees_the_history(client, table):
    come_in(client, table.room)
    table.deal()
    judge = table.judge.title()
    table.play_round()
    shown, = json_of(client.get(address("history", table.room.code)))["rounds"]
    assert (shown["game"], shown["round"], shown["judge"]) == (1, 1, judge)
    assert shown["winner"] in ("Ann", "Bob", "Cat") and shown["black"].startswith("Tea ")
    assert sorted(play["won"] for play in shown["plays"]) == [False, True]


def test_the_newest_round_comes_first(client, table):
    come_in(client, table.room)
    table.deal()
    table.play_round()
    table.act("ann", "next_round")
    table.play_round()
    rounds = json_of(client.get(address("history", table.room.code)))["rounds"]
    assert [shown["round"] for shown in rounds] == [2, 1]


def test_the_history_knows_nothing_of_the_round_under_way(client, table):
    come_in(client, table.room)
    table.deal()
    table.everybody_plays()
    assert json_of(client.get(address("history", table.room.code))) == {"rounds": []}


def test_everybody_may_scan_the_way_to_a_room(client, table):
    response = client.get(address("qr", table.room.code))
    assert response["Content-Type"] == "image/svg+xml" and b"<svg" in response.content
    assert b"<script" not in response.content


def test_a_code_to_scan_holds_the_whole_address(client, table):
    with mock.patch("segno.make", wraps=segno.make) as make:
        client.get(address("qr", table.room.code))
    assert make.call_args[0][0] == "http://testserver/rooms/%s/" % table.room.code


def test_a_player_may_scan_their_own_seat(client, table):
    sit(client, table.player("bob"))
    with mock.patch("segno.make", wraps=segno.make) as make:
        response = client.get(address("seat_qr", table.room.code))
    assert response["Content-Type"] == "image/svg+xml"
    assert make.call_args[0][0] == "http://testserver/seats/%s/" % table.player("bob").key


def test_a_spectator_has_no_seat_to_scan(client, table):
    come_in(client, table.room)
    assert client.get(address("seat_qr", table.room.code)).status_code == 404


@pytest.mark.parametrize("name", PRIVATE)
def test_private_documents_are_not_cached(client, table, name):
    sit(client, table.player("bob"))
    assert "max-age=0" in client.get(address(name, table.room.code))["Cache-Control"]


def report(client, body):
    return client.post(address("client_errors"), body, content_type="application/json")


def test_an_error_of_a_script_reaches_the_log(client):
    with mock.patch("game.views.documents.logger") as logger:
        response = report(client, b'{"message": "x is undefined"}')
    assert response.status_code == 204 and logger.error.called


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"NaN", b"[" * 4000])
def test_junk_is_refused_and_not_logged(client, body):
    with mock.patch("game.views.documents.logger") as logger:
        assert report(client, body).status_code == 400
    assert not logger.error.called


def test_a_report_that_is_too_long_is_refused(client):
    assert report(client, b'"' + b"x" * 8192 + b'"').status_code == 429


def test_a_page_that_errs_without_end_is_not_listened_to_without_end(client, standing_clock):
    with mock.patch("game.views.documents.logger") as logger:
        answers = [report(client, b"{}").status_code for _ in range(31)]
    assert answers == [204] * 30 + [429] and logger.error.call_count == 30


def test_a_report_cannot_forge_a_line_of_the_log(client):
    with mock.patch("game.views.documents.logger") as logger:
        report(client, b'{"message": "x\\n2026 ERROR forged"}')
    template, value = logger.error.call_args[0]
    assert "\n" not in template % value


def test_health_answers_when_the_database_does(client):
    assert text_of(client.get(address("health"))) == "ok"
