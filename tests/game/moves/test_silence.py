"""A room in which nothing has happened for a while: who still says to be here is asked."""
from __future__ import unicode_literals

import mock
import pytest

from common.clock import now_ms
from game.models import Room
from game.moves import batches
from game.rooms.summary import summary_of
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


def after_a_silence(table, minutes, *move):
    """The BatchResult of a move after so many minutes."""
    with mock.patch("game.moves.batches.now_ms", return_value=batches.now_ms() + minutes * 60000):
        return table.act(*move)


def restart(monkeypatch, table):
    """The server ends, and another one begins after the table's last change."""
    began = table.state["changed_at"] + 1
    for module in ("game.moves.batches", "game.rooms.summary"):
        monkeypatch.setattr(module + ".served_since", lambda: began)
    monkeypatch.setattr("game.moves.batches.now_ms", lambda now=now_ms: now() + 10)


def presences(table):
    return [player["presence"] for _, player in sorted(table.state["players"].items())]


def test_after_a_long_silence_whoever_is_here_is_asked_for_a_sign_of_life():
    table = a_table()
    outcome = after_a_silence(table, 11, "bob", "connect")
    assert presences(table) == ["gone", "here", "gone"]
    assert [entry["type"] for entry in outcome.entries] == ["gone", "gone", "gone", "here"]


def test_a_page_that_is_open_gives_it_and_the_host_stays():
    table = a_table()
    after_a_silence(table, 11, "bob", "connect")
    after_a_silence(table, 11, "ann", "here")
    assert presences(table) == ["here", "here", "gone"] and table.state["host"] == "1"


def test_the_first_who_comes_after_a_restart_is_not_told_that_all_are_here(monkeypatch):
    table = a_table()
    restart(monkeypatch, table)
    assert summary_of(Room.objects.get(pk=table.pk))["here"] == []
    table.act("bob", "connect")
    assert presences(table) == ["gone", "here", "gone"]
    table.act("ann", "connect")
    assert presences(table) == ["here", "here", "gone"]


def test_who_has_come_since_the_restart_is_believed(monkeypatch):
    table = a_table()
    restart(monkeypatch, table)
    for who in ("ann", "bob", "cat"):
        table.act(who, "connect")
    assert summary_of(Room.objects.get(pk=table.pk))["here"] == ["Ann", "Bob", "Cat"]


def test_nobody_is_doubted_while_something_goes_on():
    table = a_table()
    after_a_silence(table, 9, "bob", "nudge")
    after_a_silence(table, 18, "bob", "leave")
    assert presences(table) == ["here", "here"]
