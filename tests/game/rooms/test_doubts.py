"""A process with sockets was lost: its rooms hear it without waiting for a move."""
from __future__ import unicode_literals

import datetime

import mock
import pytest
from django.utils import timezone

from common.clock import now_ms
from game.models import Room
from game.rooms import doubts
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


@pytest.fixture
def publish():
    with mock.patch("game.rooms.services.publish") as publish:
        yield publish


@pytest.fixture
def lost(monkeypatch):
    """Call it: a process was lost just now."""
    def lose():
        monkeypatch.setattr("game.moves.batches.served_since", lambda: now_ms() + 5)
        doubts.ask_who_is_here()
    return lose


def presences(table):
    return [player["presence"] for _, player in sorted(table.state["players"].items())]


def test_whoever_was_here_is_asked_and_all_pages_hear_it(publish, lost):
    table = a_table()
    publish.reset_mock()
    lost()
    assert presences(table) == ["gone"] * 3 and publish.call_count == 1


def test_rooms_that_nobody_is_in_are_left_alone(publish, lost):
    table = a_table()
    for who in ("ann", "bob", "cat"):
        table.act(who, "disconnect")
    version = table.room.version
    lost()
    assert table.room.version == version


def test_rooms_of_yesterday_are_not_read(publish, lost):
    table = a_table()
    Room.objects.update(used=timezone.now() - datetime.timedelta(days=1))
    lost()
    assert presences(table) == ["here"] * 3
