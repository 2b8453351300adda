"""An administrator who deletes rooms leaves no date behind in a calendar, and reads first how many letters go."""
from __future__ import unicode_literals

import re

import pytest
from django.contrib.auth.models import Permission
from django.core import mail

from common.compat import reverse
from game.models import Room
from invitations.hosting import nights, old_invitations
from invitations.models import GameNight, NightLetter
from tests.game.pages import text_of
from tests.invitations.hosting.test_nights import in_hours
from tests.invitations.hosting.test_withdrawals import calendar, send_all
from tests.invitations.people import a_guest, a_host
from tests.invitations.visits import again, link, mark

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]
CHANGELIST = reverse("admin:game_room_changelist")


@pytest.fixture
def bob():
    """A guest who has the date of a night in the calendar."""
    host = a_host("Ann")
    nights.set_night(host.room, host.user, in_hours(72), "Europe/Warsaw")
    bob = a_guest(host, "bob@example.org", name="Bob", night=nights.current(host.room))
    send_all()
    return again(bob)


def one(client, guest, **fields):
    return client.post(reverse("admin:game_room_delete", args=[guest.room.pk]), fields)


def several(client, guest, **fields):
    return client.post(CHANGELIST, dict(fields, action="delete_selected", _selected_action=[guest.room.pk]))


@pytest.mark.parametrize("delete", [one, several])
def test_the_date_leaves_the_calendars_with_the_room(admin_client, bob, delete):
    delete(admin_client, bob, post="yes")
    send_all()
    assert not Room.objects.exists() and calendar() == [("PUBLISH", 0), ("CANCEL", 1)]
    letter = mail.outbox[1]
    assert "is gone, so it is called off" in letter.body and "Your seat stays yours" not in letter.body
    assert again(bob).in_calendar is None


def test_the_page_that_asks_is_answered_by_its_own_form(admin_client, bob):
    asked = text_of(several(admin_client, bob))
    form = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', asked.split("<form")[-1]))
    admin_client.post(CHANGELIST, form)
    assert not Room.objects.exists()


def look_at_one(client, guest):
    return client.get(reverse("admin:game_room_delete", args=[guest.room.pk]))


@pytest.mark.parametrize("ask", [look_at_one, several])
def test_the_page_that_asks_says_how_many_letters_go(admin_client, bob, ask):
    assert "1 guest who has the date gets a letter of it" in text_of(ask(admin_client, bob))
    mark(bob, in_calendar=None)
    assert "gets a letter" not in text_of(ask(admin_client, bob))
    assert Room.objects.exists() and NightLetter.objects.count() == 0


def test_the_night_is_forgotten_when_its_letter_has_gone(admin_client, bob):
    one(admin_client, bob, post="yes")
    old_invitations.clear_old()
    assert GameNight.objects.get().cancelled
    send_all()
    old_invitations.clear_old()
    assert not GameNight.objects.exists() and again(bob).night is None


def test_the_link_says_that_the_room_is_gone(client, admin_client, bob):
    one(admin_client, bob, post="yes")
    answer = client.get(link("accept", bob))
    assert answer.status_code == 410 and "The room of Ann is gone" in text_of(answer)


def test_who_may_delete_no_rooms_is_not_offered_it(client, django_user_model):
    clerk = django_user_model.objects.create_user("clerk", password="walnut-pudding-7")
    clerk.is_staff = True
    clerk.save()
    clerk.user_permissions.add(*Permission.objects.filter(codename__in=["change_room", "view_room"]))
    client.login(username="clerk", password="walnut-pudding-7")
    assert "delete_selected" not in text_of(client.get(CHANGELIST))
