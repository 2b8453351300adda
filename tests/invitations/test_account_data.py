"""What the invitations app tells a person of themselves, and what is left of them when they go."""
from __future__ import unicode_literals

import datetime

import pytest
from django.apps import apps
from django.db import models
from django.utils import timezone

from accounts.account_data import providers
from common.compat import json_dumps
from game.models import Player
from game.rooms import services as game_services
from invitations import account_data, export, remembered
from invitations.models import GameNight, Invitation, NightLetter, Notice, Postage, StoppedAddress
from tests.game.pages import text_of

from .people import PASSWORD, a_guest, a_host, a_user

pytestmark = pytest.mark.django_db
NOW = timezone.now()
# The texts of an invitation that its guest is not in: what the sender is called, and what is chosen from a
# list or by lot.
NAMES_NO_GUEST = ("sender_name", "language", "key", "answer", "cause")


@pytest.fixture
def host():
    return a_host("Ann")


def a_night(host):
    return GameNight.objects.create(room=host.room, host=host.user, starts=NOW + datetime.timedelta(days=2),
                                    uid=host.room.code)


def test_it_is_registered():
    assert account_data in providers()


def test_the_profile_lists_what_was_sent_the_newest_first(client, host):
    a_guest(host, "bob@example.org", name="Bob", sent=NOW)
    a_guest(host, "cat@example.org")
    section, = account_data.sections(host.user)
    shown = section.context["invitations"]
    assert [(row["email"], row["status"])
            for row in shown] == [("cat@example.org", "queued"), ("bob@example.org", "sent")]
    client.login(username="ann", password=PASSWORD)
    page = text_of(client.get("/accounts/profile/"))
    assert "Invitations I sent" in page and "bob@example.org" in page and "/rooms/%s/#invite" % host.room.code in page


def test_the_list_is_bounded(host, monkeypatch):
    monkeypatch.setattr("invitations.account_data.SHOWN", 2)
    for name in ("bob", "cat", "dan"):
        a_guest(host, "%s@example.org" % name)
    assert [row["email"] for row in account_data.sections(host.user)[0].context["invitations"]] == [
        "dan@example.org", "cat@example.org"]


def test_the_data_holds_what_was_sent_and_received_and_no_key(host):
    a_night(host)
    StoppedAddress.objects.create(address="ann@example.org")
    bob, mine = a_guest(host, "bob@example.org",
                        note="Hi"), a_guest(a_host("Eve"), "ann@example.org", opened=NOW)
    data = account_data.export(host.user)
    sent, received = data["invitations_sent"][0], data["invitations_received"][0]
    assert (sent["email"], sent["room"], sent["status"],
            sent["note"]) == ("bob@example.org", host.room.code, "queued", "Hi")
    assert (received["sender_name"], received["status"]) == ("Eve", "opened") and "last_error" not in received
    assert data["game_nights"][0]["minutes"] == 180
    assert [row["address"] for row in data["addresses_without_letters"]] == ["ann@example.org"]
    text = json_dumps(data)
    assert not [key for key in (bob.key, mine.key, host.player.key) if key in text]


def test_the_data_holds_the_letters_of_a_night_and_what_the_host_has_written(host):
    night = a_night(host)
    bob = a_guest(host, "bob@example.org", night=night)
    notice = Notice.objects.create(night=night, kind=Notice.MESSAGE, text="Bring cake")
    NightLetter.objects.create(invitation=bob, night=night, kind=Notice.MESSAGE, sequence=1, notice=notice)
    Postage.objects.create(host=host.user, address="bob@example.org")
    data = account_data.export(host.user)
    assert data["game_nights"][0]["notices"][0]["text"] == "Bring cake"
    assert data["invitations_sent"][0]["letters"][0]["kind"] == "message"
    assert data["letters_counted"][0]["address"] == "bob@example.org"


@pytest.mark.parametrize("model", list(apps.get_app_config("invitations").get_models()), ids=lambda model: model.__name__)
def test_every_column_is_in_the_data_or_left_out_for_a_reason(model):
    told, left_out = set(export.COLUMNS[model]), export.LEFT_OUT[model]
    assert told | set(left_out) == {column.name for column in model._meta.concrete_fields}
    assert not told & set(left_out) and all(left_out.values())


def test_only_confirmed_addresses_are_somebodys(host):
    a_guest(host, "eve@example.org", name="Eve")
    eve = a_user("Eve", verified=False)
    assert account_data.export(eve)["invitations_received"] == []
    account_data.forget(eve)
    assert Invitation.objects.get().email == "eve@example.org"


def test_what_somebody_sent_goes_with_them_and_their_guests_stay(host):
    player = game_services.join(host.room, "Bob")
    a_guest(host, player=player, accepted=NOW, name="Bob", note="Hi")
    a_night(host)
    Postage.objects.create(host=host.user, address="bob@example.org")
    account_data.forget(host.user)
    left = Invitation.objects.get()
    assert (left.sender, left.sender_name, left.email, left.name, left.note) == (None, "", "", "", "")
    assert not GameNight.objects.exists() and not Postage.objects.exists()
    assert Player.objects.filter(pk=player.pk, kicked=False).exists()


def test_what_others_sent_them_loses_name_and_address(host):
    bob, night = a_user("Bob"), a_night(host)
    came = a_guest(host, "bob@example.org", name="Bob", sent=NOW, due=None, accepted=NOW)
    waits = a_guest(a_host("Eve"), "bob@example.org", name="Bobby")
    letter = NightLetter.objects.create(invitation=came, night=night, kind="reminder", sequence=0)
    Postage.objects.create(host=host.user, address="bob@example.org")
    account_data.forget(bob)
    for row in Invitation.objects.all():
        assert (row.email, row.name, row.due) == ("", account_data.GONE, None)
    assert Invitation.objects.get(pk=waits.pk).revoked and not Invitation.objects.get(pk=came.pk).revoked
    assert NightLetter.objects.get(pk=letter.pk).due is None and not Postage.objects.exists()


def test_no_text_of_an_invitation_goes_on_naming_them(host):
    bob = a_user("Bob")
    texts = [column.name for column in Invitation._meta.concrete_fields
             if isinstance(column, (models.CharField, models.TextField))
             and column.name not in NAMES_NO_GUEST]
    a_guest(host, **dict.fromkeys(texts, "bob@example.org"))
    account_data.forget(bob)
    row = Invitation.objects.values(*texts).get()
    assert [name for name in texts if "bob" in row[name]] == []


def test_what_a_mail_server_said_of_their_address_goes_too(host):
    bob, night = a_user("Bob"), a_night(host)
    invitation = a_guest(host, "bob@example.org", last_error="550 <bob@example.org>: no such mailbox")
    NightLetter.objects.create(invitation=invitation, night=night, kind="night", sequence=0,
                               last_error="550 <bob@example.org>")
    account_data.forget(bob)
    assert [row.last_error for row in (Invitation.objects.get(), NightLetter.objects.get())] == ["", ""]


def test_whoever_wants_no_letters_gets_none_after_leaving_either():
    StoppedAddress.objects.create(address="bob@example.org")
    account_data.forget(a_user("Bob"))
    assert StoppedAddress.objects.exists()


def test_forgetting_twice_is_forgetting_once(host):
    a_guest(host)
    account_data.forget(host.user)
    left = Invitation.objects.values().get()
    account_data.forget(host.user)
    assert Invitation.objects.values().get() == left


def test_what_a_browser_has_answered_stays_with_it_when_somebody_signs_in(host):
    session = {remembered.SESSION_NAME: [7]}
    account_data.adopt(host.user, session)
    assert session == {"answered": [7]} and account_data.SESSION_NAMES == ("answered",)
