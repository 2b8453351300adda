"""Sessions in the form of Django before 3.1."""
from __future__ import unicode_literals

import base64
import datetime
import json
import pickle

import pytest
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.crypto import salted_hmac

from accounts.adoption import sessions
from accounts.sessions.session_store import SessionStore
from common.compat import CLASSIC

pytestmark = pytest.mark.django_db
on_current = pytest.mark.skipif(CLASSIC, reason="this Django reads and writes the old form")
SEAT, KEY = {"seats": {"KQXW": "a-key"}}, "abcdefghijkl"


def old_session(content, key=KEY, sign=salted_hmac):
    """Store a session as Django 1.8 does."""
    if not isinstance(content, bytes):
        content = json.dumps(content).encode("ascii")
    proof = sign("django.contrib.sessionsSessionStore", content).hexdigest().encode("ascii")
    Session.objects.create(session_key=key, session_data=base64.b64encode(proof + b":" + content).decode("ascii"),
                           expire_date=timezone.now() + datetime.timedelta(1))


def signed_in(user, password):
    """What Django 1.8 wrote of somebody signed in whose hashed password was this one."""
    proof = salted_hmac("django.contrib.auth.models.AbstractBaseUser.get_session_auth_hash", password).hexdigest()
    return {SESSION_KEY: "%d" % user.pk, HASH_SESSION_KEY: proof,
            "_auth_user_backend": "django.contrib.auth.backends.ModelBackend"}


@on_current
def test_a_guest_keeps_the_seat():
    old_session(SEAT)
    assert sessions.look(()).steps == [
        "django_session: 1 sessions written anew, so that people stay signed in and in their seats"]
    sessions.mend(())
    assert SessionStore(KEY).load() == SEAT
    assert sessions.look(()).steps == []


@on_current
@pytest.mark.parametrize("hashed, page", [(None, 200), ("another password by now", 302)])
def test_who_signed_in_with_the_password_of_today_stays_so(hashed, page, client, django_user_model):
    ann = django_user_model.objects.create_user("ann", password="walnut-pudding-7")
    old_session(signed_in(ann, hashed or ann.password))
    sessions.mend(())
    client.cookies["sessionid"] = KEY
    assert client.get("/accounts/profile/").status_code == page


def test_a_session_of_another_secret_is_left_alone():
    old_session(SEAT, sign=lambda salt, value: salted_hmac(salt, value, "another secret"))
    assert sessions.look(()).left == ["django_session: 1 sessions, signed with another SECRET_KEY than this "
                                      "site's; these people sign in again"]
    before = Session.objects.get().session_data
    sessions.mend(())
    assert Session.objects.get().session_data == before


class Trap(object):
    """Runs code when somebody reads it."""

    def __reduce__(self):
        return pytest.fail, ("a pickle was read",)


def test_a_pickle_is_never_read():
    old_session(pickle.dumps(Trap(), 2))
    assert "1 sessions, written by Django 1.5 or older" in sessions.look(()).left[0]
    sessions.mend(())


@pytest.mark.parametrize("data", ["", "no base64!", "bm8gY29sb24="])
def test_what_is_no_session_at_all_is_left_alone(data):
    Session.objects.create(session_key=KEY, session_data=data, expire_date=timezone.now() + datetime.timedelta(1))
    assert len(sessions.look(()).left) == 1
    sessions.mend(())
    assert Session.objects.get().session_data == data


@on_current
def test_many_sessions_take_a_few_queries(django_assert_num_queries):
    for number in range(20):
        old_session(SEAT, "key-%d" % number)
    with django_assert_num_queries(22):  # which tables, which sessions, and one for each that changes
        sessions.mend(())


@on_current
def test_they_are_read_some_at_a_time(monkeypatch):
    monkeypatch.setattr(sessions, "PIECE", 2)
    for number in range(5):
        old_session(SEAT, key="%012d" % number)
    assert [len(piece) for piece in sessions._pieces()] == [2, 2, 1]
    sessions.mend(())
    assert all(SessionStore("%012d" % number).load() == SEAT for number in range(5))
