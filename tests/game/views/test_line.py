"""Waiting at the door in line for a free seat."""
from __future__ import unicode_literals

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from game.models import LinePlace, Player
from game.rooms import services
from tests.game.pages import address, json_of, text_of
from tests.game.table import a_table
from tests.game.views.at_the_door import seated, send, take_seat

pytestmark = pytest.mark.django_db


@pytest.fixture
def full(settings, published):
    """A room of three seats, all of them taken."""
    settings.SEATS_PER_ROOM = 3
    return a_table("Ann", "Bob", "Cat")


def a_watcher(table, waits=True):
    client = Client()
    client.post(address("watch", table.room.code), {"line": "yes"} if waits else {})
    return client


def look(client, table, do="look"):
    return json_of(send(client, "door", table, do=do))


class TestInLine(object):
    def test_who_waits_hears_their_place(self, full):
        first, second = a_watcher(full), a_watcher(full)
        assert look(first, full) == {"line": {"place": 1, "until": None}, "request": None, "full": True}
        assert look(second, full)["line"]["place"] == 2

    def test_who_only_watches_has_no_place_and_may_take_one(self, full):
        client = a_watcher(full, waits=False)
        assert look(client, full)["line"] is None
        assert look(client, full, "wait")["line"]["place"] == 1
        assert look(client, full, "wait")["line"]["place"] == 1
        assert look(client, full, "leave")["line"] is None

    def test_a_free_seat_is_held_for_the_first(self, full):
        first, second = a_watcher(full), a_watcher(full)
        full.act("cat", "leave")
        assert look(first, full)["line"]["until"] and not look(first, full)["full"]
        assert look(second, full) == {"line": {"place": 2, "until": None}, "request": None, "full": True}

    def test_a_seat_that_a_bot_has_is_free(self, full):
        client = a_watcher(full)
        full.act("cat", "leave")
        full.act("ann", "add_bot")
        assert look(client, full)["line"]["until"]

    def test_nobody_takes_a_seat_that_is_held(self, client, full):
        first, second = a_watcher(full), a_watcher(full)
        full.act("cat", "leave")
        for other in (client, second):
            assert "Every chair is taken" in text_of(take_seat(other, full, "Zoe"))
        assert "Every chair is taken" in text_of(client.get(address("room", full.room.code)))
        assert take_seat(first, full, "Dan").status_code == 302 and not full.room.line.filter(
            offered__isnull=False).exists()

    def test_who_left_does_not_come_back_before_the_line(self, full):
        a_watcher(full)
        cat = seated(full, "cat")
        full.act("cat", "leave")
        assert take_seat(cat, full).status_code == 409

    def test_an_invited_guest_needs_no_line(self, full):
        a_watcher(full)
        full.act("cat", "leave")
        assert services.join(full.room, "Dan", invited=True)

    def test_after_a_minute_it_is_the_turn_of_the_next(self, full):
        first, second = a_watcher(full), a_watcher(full)
        full.act("cat", "leave")
        look(first, full)
        LinePlace.objects.filter(offered__isnull=False).update(
            offered=timezone.now() - datetime.timedelta(seconds=61))
        assert look(second, full)["line"]["until"] and look(first, full)["line"] is None

    def test_whoever_has_not_looked_for_a_while_is_passed_over(self, full):
        a_watcher(full)
        second = a_watcher(full)
        first = LinePlace.objects.first()
        LinePlace.objects.filter(pk=first.pk).update(seen=timezone.now() - datetime.timedelta(minutes=5))
        full.act("cat", "leave")
        assert look(second, full)["line"]["until"]
        LinePlace.objects.filter(pk=first.pk).update(seen=timezone.now() - datetime.timedelta(hours=1))
        look(second, full)
        assert LinePlace.objects.count() == 1

    def test_who_has_a_seat_is_told_so(self, full):
        assert look(seated(full, "bob"), full, "wait") == {"seated": True} and not LinePlace.objects.exists()

    def test_a_stranger_has_no_place(self, client, full):
        assert send(client, "door", full, do="wait").status_code == 404

    def test_looking_at_the_page_changes_nothing_in_line(self, client, full):
        a_watcher(full)
        full.act("cat", "leave")
        client.get(address("room", full.room.code))
        assert LinePlace.objects.get().offered is None and Player.objects.count() == 3
