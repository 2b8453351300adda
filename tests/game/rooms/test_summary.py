"""What pages outside the table tell of a room: who is there now, and not who once was."""
from __future__ import unicode_literals

import mock
import pytest

from common.clock import now_ms
from game.rooms.summary import summary_of
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


def here(table, later=0):
    """The names of who is here, so many seconds later."""
    with mock.patch("game.rooms.summary.now_ms", return_value=now_ms() + later * 1000):
        return summary_of(table.room)["here"]


def test_whoever_has_the_page_open_is_here():
    assert here(a_table("Ann", "Bob"), later=9999) == ["Ann", "Bob"]


def test_nobody_is_here_for_days_without_a_sign_of_life():
    assert here(a_table("Ann", "Bob"), later=7 * 3600) == []


def test_whoever_lost_the_connection_is_here_for_the_grace_and_no_longer():
    table = a_table("Ann", "Bob")
    table.act("ann", "disconnect")
    assert (here(table, later=15), here(table, later=25)) == (["Ann", "Bob"], ["Bob"])


def test_a_seat_stays_a_seat_when_nobody_is_in_it():
    table = a_table("Ann")
    table.act("ann", "disconnect")
    assert here(table, later=25) == [] and list(summary_of(table.room)["players"].values()) == ["Ann"]
