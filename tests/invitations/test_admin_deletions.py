"""What an administrator deletes by hand leaves no date behind in a calendar."""
from __future__ import unicode_literals

import re

import pytest
from django.core import mail
from django.utils import timezone

from common.compat import reverse
from invitations.hosting import nights
from invitations.mail import delivery
from invitations.models import GameNight, Invitation, NightLetter
from tests.game.pages import text_of
from tests.invitations.hosting.test_withdrawals import calendar, in_hours, send_all
from tests.invitations.people import a_guest, a_host
from tests.invitations.visits import again, mark, told  # noqa: F401 - a fixture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]


@pytest.fixture
def bob():
    """A guest whose calendar has the date."""
    host = a_host("Ann")
    nights.set_night(host.room, host.user, in_hours(72), "Europe/Warsaw")
    bob = a_guest(host, "bob@example.org", night=nights.current(host.room))
    send_all()
    return again(bob)


def page(row, name):
    return reverse("admin:invitations_%s_%s" % (row._meta.model_name, name), args=[] if name == "changelist" else [row.pk])


def several(client, row, action="delete_selected"):
    """Press for the row in its list, and yes on the page that asks. Returns what is said then."""
    where = page(row, "changelist")
    asked = text_of(client.post(where, {"action": action, "_selected_action": [row.pk]}, follow=True))
    form = dict(re.findall(r'<input type="(?:hidden|submit)" name="(\w+)" value="([^"]*)"', asked.split("<form")[-1]))
    return text_of(client.post(where, form, follow=True)) if {"post", "answered"} & set(form) else asked


def test_an_invitation_stays_while_its_guest_has_the_date(admin_client, bob):
    assert "Nothing was deleted" in several(admin_client, bob)
    assert admin_client.post(page(bob, "delete"), {"post": "yes"}).status_code == 403
    assert Invitation.objects.count() == 1


def test_it_may_go_once_the_date_is_out_of_the_calendar(admin_client, bob):
    several(admin_client, bob, "revoke")
    assert "Nothing was deleted" in several(admin_client, bob)
    send_all()
    several(admin_client, bob)
    assert not Invitation.objects.exists() and [method for method, _ in calendar()] == ["PUBLISH", "CANCEL"]


def test_a_coming_night_is_called_off_and_not_deleted(admin_client, bob):
    assert "Nothing was deleted" in several(admin_client, bob.night)
    assert admin_client.post(page(bob.night, "delete"), {"post": "yes"}).status_code == 403
    assert "tell of it: 1." in several(admin_client, bob.night, "call_off")
    assert "Nothing was deleted" in several(admin_client, bob.night)
    send_all()
    several(admin_client, bob.night)
    assert not GameNight.objects.exists() and len(mail.outbox) == 2


def test_a_night_stays_whose_end_a_guest_was_not_told(admin_client, bob):
    nights.cancel(bob.night)
    letter = NightLetter.objects.get(kind="cancelled")
    NightLetter.objects.update(due=None, failed=timezone.now(), cause="unreached")
    for row in (bob.night, letter):
        assert "Nothing was deleted" in several(admin_client, row)
    delivery.send_again(letter)
    send_all()
    several(admin_client, bob.night)
    assert not GameNight.objects.exists() and [method for method, _ in calendar()] == ["PUBLISH", "CANCEL"]


def test_a_letter_on_its_way_is_not_deleted(admin_client, bob):
    nights.cancel(bob.night)
    letter = NightLetter.objects.get(kind="cancelled")
    assert "Nothing was deleted" in several(admin_client, letter) and NightLetter.objects.filter(pk=letter.pk).exists()
    send_all()
    several(admin_client, letter)
    assert not NightLetter.objects.filter(pk=letter.pk).exists()


def test_what_promises_nothing_is_deleted_at_once(admin_client, bob):
    bob = mark(bob, in_calendar=None, night=None)
    several(admin_client, bob)
    GameNight.objects.update(starts=timezone.now() - 24 * nights.AN_HOUR)
    night = GameNight.objects.get()
    admin_client.post(page(night, "delete"), {"post": "yes"})
    assert not Invitation.objects.exists() and not GameNight.objects.exists()
