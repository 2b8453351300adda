"""Whose a session is, so that an account's sessions end without anybody reading those of the whole site."""
from __future__ import unicode_literals

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import SessionOwner
from accounts.sessions.session_store import SessionStore, end_sessions
from common.compat import reverse
from tests.game.people import an_account, enter

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann(client):
    """Signed in with `client`."""
    user = an_account("ann")
    enter(client, user)
    return user


def sessions_of_guests(count):
    for number in range(count):
        store = SessionStore()
        store["seat"] = number
        store.save()


def owners():
    return set(SessionOwner.objects.values_list("session", "user"))


def test_a_session_has_an_owner_from_the_login_on(client, ann):
    assert owners() == {(client.session.session_key, ann.pk)}


def test_sessions_of_guests_have_none(ann):
    sessions_of_guests(1)
    assert Session.objects.count() == 2 and SessionOwner.objects.count() == 1


def test_the_owner_goes_with_the_session(client, ann):
    client.post(reverse("account_logout"))
    assert not owners()


def test_an_expired_session_takes_its_owner_along(ann):
    Session.objects.all().delete()
    assert not owners()


def test_ending_them_leaves_those_of_others_alone(client, ann):
    other = Client()
    enter(other, an_account("bob"))
    end_sessions(ann)
    assert other.get(reverse("accounts:profile")).status_code == 200
    assert client.get(reverse("accounts:profile")).status_code == 302


def test_ending_them_reads_no_session_of_others(ann):
    sessions_of_guests(40)
    with CaptureQueriesContext(connection) as queries:
        end_sessions(ann)
    asked = [query["sql"] for query in queries.captured_queries if "session_data" in query["sql"]]
    assert len(queries.captured_queries) <= 5 and all("accounts_sessionowner" in sql for sql in asked)
    assert Session.objects.count() == 40


def test_a_session_that_is_saved_again_writes_its_owner_once(client, ann):
    store = SessionStore(client.session.session_key)
    store["seat"] = 3
    with CaptureQueriesContext(connection) as queries:
        store.save()
    assert not [query for query in queries.captured_queries
                if "accounts_sessionowner" in query["sql"] and "SELECT" not in query["sql"]]


@pytest.mark.django_db(transaction=True)  # a database may look at foreign keys only in the end
def test_an_account_that_is_deleted_meanwhile_does_not_break_the_save(ann):
    store = SessionStore()
    store[SESSION_KEY] = "%d" % ann.pk
    ann.delete()
    store.save()
    assert Session.objects.filter(pk=store.session_key).exists()


def test_sessions_of_before_the_upgrade_get_their_owners_and_stay_signed_in(client, ann, monkeypatch):
    fill = import_module("accounts.migrations.0003_owners_of_old_sessions")
    monkeypatch.setattr(fill, "PIECE", 2)
    before = owners()
    sessions_of_guests(5)
    gone = SessionStore()
    gone[SESSION_KEY] = "999999"
    super(SessionStore, gone).save()
    SessionOwner.objects.all().delete()
    fill.fill(apps, None)
    assert owners() == before and client.get(reverse("accounts:profile")).status_code == 200
