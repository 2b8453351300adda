"""Which sessions are cleared away, and which are somebody's still."""
from __future__ import unicode_literals

import datetime
from importlib import import_module

import pytest
from django.conf import settings as conf
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from accounts.sessions import old_sessions
from decks.catalogue import sharing
from game.seats.sessions import SEATS, WATCHED
from tests.game.people import an_account, enter
from tests.game.table import a_stored_deck, a_table

pytestmark = pytest.mark.django_db
LONG_AGO = datetime.timedelta(days=31)


@pytest.fixture(autouse=True)
def from_the_start(monkeypatch, settings):
    settings.KEEP_VISITORS_DAYS = 30
    monkeypatch.setattr("common.storage.sweeping.PAUSE_SECONDS", 0)
    monkeypatch.setattr(old_sessions.sweep, "_after", None)


def a_session(ago=LONG_AGO, **content):
    """The key of a stored session that was written so long ago."""
    store = import_module(conf.SESSION_ENGINE).SessionStore()
    store.update(content)
    store.create()
    store.save()
    Session.objects.filter(pk=store.session_key).update(
        expire_date=timezone.now() - ago + datetime.timedelta(seconds=conf.SESSION_COOKIE_AGE))
    return store.session_key


def left():
    old_sessions.clear_old()
    return set(Session.objects.values_list("pk", flat=True))


def test_what_has_expired_goes_whatever_is_in_it():
    client = Client()
    enter(client, an_account())
    Session.objects.update(expire_date=timezone.now() - datetime.timedelta(seconds=1))
    assert left() == set()


def test_a_visitor_who_only_looked_is_forgotten():
    a_session()
    young = a_session(ago=datetime.timedelta(days=29))
    assert left() == {young}


def test_an_account_stays_signed_in():
    client = Client()
    enter(client, an_account())
    Session.objects.update(expire_date=timezone.now() + datetime.timedelta(days=1))
    assert len(left()) == 1


def test_a_seat_keeps_its_session_as_long_as_there_is_one():
    table = a_table("Ann")
    key = a_session(**{SEATS: {table.room.code: table.player("ann").key}})
    a_session(**{SEATS: {table.room.code: "moved to another device"}})
    assert left() == {key}
    table.room.delete()
    assert left() == set()


def test_an_open_room_keeps_the_session_of_who_watches():
    key = a_session(**{WATCHED: [a_table("Ann").room.code]})
    a_session(**{WATCHED: ["GONE1"]})
    assert left() == {key}


def test_a_shared_deck_keeps_the_session_that_knows_its_code():
    key = a_session(**{sharing.SESSION_NAME: [a_stored_deck().code]})
    a_session(**{sharing.SESSION_NAME: ["GONEGONE"]})
    assert left() == {key}


def test_a_visitor_who_comes_back_just_then_stays(monkeypatch):
    key = a_session()

    def come_back(sessions):
        Session.objects.update(expire_date=timezone.now() + datetime.timedelta(days=365))
        return set()
    monkeypatch.setattr("accounts.account_data.useful_sessions", come_back)
    assert left() == {key}


def test_every_session_is_looked_at_in_time(monkeypatch):
    monkeypatch.setattr(old_sessions.sweep, "_size", 3)
    doors = {WATCHED: [a_table("Ann").room.code]}
    kept = {a_session(**doors) for _ in range(4)}
    for _ in range(7):
        a_session()
    for _ in range(4):
        left()
    assert left() == kept


def test_the_number_of_questions_does_not_grow_with_the_sessions(django_assert_num_queries):
    doors = {WATCHED: [a_table("Ann").room.code]}
    for _ in range(20):
        a_session(**doors)
    with django_assert_num_queries(
            3):  # what has expired, a bite of the others, and which of their rooms are there
        old_sessions.clear_old()
