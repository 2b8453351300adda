"""However a session ends, the sockets that it let in are let in anew:
only those with another session come back.
"""
from __future__ import unicode_literals

import re

import pytest
from django.conf import settings
from django.core import mail

from common.compat import reverse
from game.seats import sessions
from tests.accounts.looks import PASSWORD, ann, fresh
from tests.game.pages import sit
from tests.game.people import a_table_of, an_account, enter
from tests.game.table import a_table

__all__ = ["ann", "fresh"]  # fixtures
pytestmark = pytest.mark.django_db
NEW = "two geese at noon"


@pytest.fixture
def told(monkeypatch, ann):
    """The seats whose sockets are let in anew, as (room's name, number); Ann has a seat at Tea."""
    table, found = a_table_of(ann, "Ann", "Bob"), []

    def publish(handler, update):
        found.extend((update.topic == table.pk, number, code) for number, code in update.disconnects.items())
    monkeypatch.setattr("game.rooms.services.publish", publish)
    return found


AT_TEA = (True, "1", "access_changed")


@pytest.mark.parametrize("page", ["account_logout", "admin:logout"])
def test_a_sign_out_on_any_page_is_told_after_the_session_is_gone(client, ann, told, page):
    ann.is_staff = True  # for the admin's page
    ann.save()
    enter(client, ann)
    client.post(reverse(page))
    assert "_auth_user_id" not in client.session and told == [AT_TEA]


def test_seats_that_the_browser_had_without_the_account_are_told_too(client, ann, told):
    other = a_table("Cat", "Dan", name="Cake")
    sit(client, other.player("dan"))
    enter(client, ann)
    client.post(reverse("account_logout"))
    assert sorted(told) == [(False, "2", "access_changed"), AT_TEA] and sessions.SEATS not in client.session


def test_whoever_is_not_signed_in_signs_nobody_out(client, told):
    client.post(reverse("account_logout"))
    assert told == []


def test_a_new_password_is_told(client, ann, told):
    enter(client, ann)
    client.post(reverse("account_change_password"),
                {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    ann.refresh_from_db()
    assert ann.check_password(NEW) and told == [AT_TEA]


def test_a_password_set_by_a_letter_is_told(client, ann, told):
    client.post(reverse("account_reset_password"), {"email": "ann@example.org"})
    page = client.get(re.search(r"http://[^/\s]+(\S+/key/\S+)", mail.outbox[0].body).group(1), follow=True)
    client.post(page.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})
    assert told[:1] == [AT_TEA]


@pytest.fixture
def at_once(monkeypatch):
    """Tests never commit, so what is to be done after a commit is done at once."""
    monkeypatch.setattr("accounts.admin.on_commit", lambda function: function())


def test_a_password_set_by_an_administrator_is_told(admin_client, ann, told, at_once):
    admin_client.post(_admins_page(ann) + "password/",
                      {"password1": NEW, "password2": NEW, "usable_password": "true"})
    ann.refresh_from_db()
    assert ann.check_password(NEW) and told == [AT_TEA]


def test_an_account_that_an_administrator_closes_is_told(admin_client, ann, told, at_once):
    date, clock = str(ann.date_joined.date()), ann.date_joined.strftime("%H:%M:%S")
    admin_client.post(_admins_page(ann) + ("" if settings.CLASSIC else "change/"),
                      {"username": "ann", "date_joined_0": date, "date_joined_1": clock})
    ann.refresh_from_db()
    assert not ann.is_active and told == [AT_TEA]


def _admins_page(user):
    return "%s%d/" % (reverse("admin:auth_user_changelist"), user.pk)


def test_signing_in_as_somebody_else_is_told_to_the_former(client, ann, told, rf):
    from accounts.signing_in.adapter import AccountAdapter
    request = rf.get("/")
    request.session, request.user = client.session, ann
    AccountAdapter(request).login(request, an_account("bob"))
    assert told == [AT_TEA]
