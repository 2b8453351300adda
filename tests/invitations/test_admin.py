"""The admin pages of invitations: what became of each letter, a test letter, and no key anywhere."""
from __future__ import unicode_literals

import datetime
import smtplib

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core import mail
from django.utils import timezone

from common.compat import reverse
from invitations import fate
from invitations.hosting import missed, nights
from invitations.mail import diagnostics, refusals
from invitations.models import Invitation, NightLetter, Postage, StoppedAddress
from tests.game.pages import text_of

from .people import a_guest, a_host

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("queued", "told")]
LIST = "invitations_invitation_changelist"


def address(name, *args):
    return reverse("admin:" + name, args=args)


@pytest.fixture
def host():
    return a_host("Ann")


def act(client, name, *rows, **answer):
    fields = dict({"action": name, "_selected_action": [row.pk for row in rows]}, **answer)
    return text_of(client.post(address(LIST), fields, follow=True))


def test_the_list_shows_what_became_of_each_letter(admin_client, host):
    a_guest(host, "bob@example.org", failed=timezone.now(), due=None, last_error="550 nobody of that name")
    shown = text_of(admin_client.get(address(LIST)))
    for words in ("bob@example.org", "failed", "550 nobody of that name", host.room.code,
                  "Send me a test letter"):
        assert words in shown


def test_no_page_shows_a_key(admin_client, host):
    night, _ = nights.set_night(host.room, host.user, timezone.now() + datetime.timedelta(days=2), "UTC")
    bob = a_guest(host, "bob@example.org", night=night)
    letter = NightLetter.objects.create(invitation=bob, night=night, kind="reminder", sequence=0)
    pages = [text_of(admin_client.get(path)) for path in [
        address(LIST), address("invitations_invitation_change", bob.pk),
        address("invitations_gamenight_changelist"),
        address("invitations_gamenight_change", night.pk), address("invitations_nightletter_changelist"),
        address("invitations_nightletter_change", letter.pk)]]
    assert not [page for page in pages if bob.key in page or host.player.key in page]
    assert "bob@example.org" in pages[1] and night.uid in pages[3]


@pytest.mark.parametrize("words,found", [("bob", True), ("ann", True), ("zoe", False)])
def test_search_finds_by_address_and_by_sender(admin_client, host, words, found):
    a_guest(host, "bob@example.org")
    assert ("bob@example.org" in text_of(admin_client.get(address(LIST), {"q": words}))) == found


@pytest.mark.parametrize("model", ["invitation", "gamenight", "nightletter", "stoppedaddress", "postage"])
def test_nothing_is_added_by_hand(admin_client, model):
    assert admin_client.get(address("invitations_%s_add" % model)).status_code == 403
    assert admin_client.get(address("invitations_%s_changelist" % model)).status_code == 200


def test_an_address_may_have_letters_again(admin_client):
    stopped = StoppedAddress.objects.create(address="bob@example.org")
    admin_client.post(address("invitations_stoppedaddress_delete", stopped.pk), {"post": "yes"})
    assert not StoppedAddress.objects.exists()


@pytest.mark.parametrize("page, form", [
    ("invitations_stoppedaddress_delete", {"post": "yes"}),
    ("invitations_stoppedaddress_changelist", {"action": "let_letters_go", "_selected_action": ["1"]})])
def test_what_was_missed_until_then_is_shown_and_may_be_sent(admin_client, host, page, form):
    stopped = StoppedAddress.objects.create(pk=1, address="bob@example.org")
    night, _ = nights.set_night(host.room, host.user, timezone.now() + datetime.timedelta(days=2), "UTC")
    bob = a_guest(host, stopped.address, night=night, sent=timezone.now(), due=None)
    NightLetter.objects.create(invitation=bob, night=night, kind="night", sequence=0, failed=timezone.now(),
                               due=None, cause="stopped")
    assert missed.send_again(host.user, host.room) == 0
    admin_client.post(address(page, *[1] * page.endswith("delete")), form)
    assert fate.missed(bob)["state"] == "failed" and not StoppedAddress.objects.exists()
    assert missed.send_again(host.user, host.room) == 1


def test_only_who_may_take_rows_away_lets_letters_go(client, django_user_model):
    StoppedAddress.objects.create(pk=1, address="bob@example.org")
    clerk = django_user_model.objects.create_user("clerk", password="pw")
    django_user_model.objects.update(is_staff=True)
    clerk.user_permissions.add(Permission.objects.get(codename="change_stoppedaddress"))
    client.login(username="clerk", password="pw")
    page = address("invitations_stoppedaddress_changelist")
    assert client.post(page, {"action": "let_letters_go", "_selected_action": ["1"]}).status_code == 403
    assert StoppedAddress.objects.exists()


def test_saving_changes_nothing(admin_client, host):
    bob = a_guest(host, "bob@example.org")
    admin_client.post(address("invitations_invitation_change", bob.pk),
                      {"email": "eve@example.org", "key": "x" * 32})
    again = Invitation.objects.get()
    assert (again.email, again.key) == ("bob@example.org", bob.key)


def test_letters_are_sent_again_and_count_for_their_sender(admin_client, host, queued):
    bob, cat = a_guest(host, "bob@example.org", due=None,
                       failed=timezone.now()), a_guest(host, "cat@example.org")
    shown = act(admin_client, "send_again", bob, cat)
    assert "The letter to bob@example.org goes again." in shown and "Not to cat@example.org: This letter is on its way" in shown
    assert queued == [bob] and Postage.objects.get().host == host.user


def test_a_letter_beyond_its_senders_limit_waits_and_says_so(admin_client, host, queued, settings):
    settings.INVITES_AN_HOUR = 1
    guests = [a_guest(host, email, due=None, sent=timezone.now()) for email in ("bob@example.org", "cat@example.org")]
    assert act(admin_client, "send_again", *guests).count("when its turn comes") == 1 and len(queued) == 1


def test_links_are_closed(admin_client, host):
    bob = a_guest(host, "bob@example.org")
    assert "Their links close" in act(admin_client, "revoke", bob) and not Invitation.objects.get().revoked
    assert "These links are closed" in act(admin_client, "revoke", bob, answered="yes")
    assert Invitation.objects.get().revoked


def press_the_button(client):
    return text_of(client.post(address("invitations_invitation_test_letter"), follow=True))


def test_the_button_sends_a_letter_to_whoever_presses_it(admin_client):
    assert "written to memory" in press_the_button(admin_client)
    assert mail.outbox[0].to == ["admin@example.com"]


def test_the_button_says_what_went_wrong(admin_client, monkeypatch):
    def fail(address):
        raise diagnostics.NoMailError("Nobody answers at mail.example.org:587.")
    monkeypatch.setattr("invitations.mail.diagnostics.send_test_letter", fail)
    assert "Nobody answers at mail.example.org:587." in press_the_button(admin_client)


def test_a_mail_server_that_takes_nothing_of_ours_is_told_above_the_list(admin_client, host):
    a_guest(host, last_error=refusals.reason_of(smtplib.SMTPSenderRefused(550, b"5.7.1 no", "x")))
    assert "Letters that wait: 1" in text_of(admin_client.get(address("invitations_invitation_changelist")))


def test_an_administrator_without_an_address_is_told_to_have_one(admin_client):
    get_user_model().objects.update(email="")
    assert "has no e-mail address" in press_the_button(admin_client) and mail.outbox == []


def test_looking_at_the_button_sends_nothing(admin_client):
    assert admin_client.get(address("invitations_invitation_test_letter")).status_code == 405
    assert mail.outbox == []


@pytest.mark.parametrize("right,status", [("change_invitation", 302), ("delete_invitation", 403)])
def test_only_who_may_change_invitations_sends_test_letters(client, right, status):
    clerk = get_user_model().objects.create_user("clerk", "clerk@example.org", "walnut-pudding-7")
    clerk.is_staff = True
    clerk.save()
    clerk.user_permissions.add(Permission.objects.get(codename=right))
    client.login(username="clerk", password="walnut-pudding-7")
    assert client.post(address("invitations_invitation_test_letter")).status_code == status
    assert len(mail.outbox) == (status == 302)


def test_guests_send_no_test_letters(client):
    assert client.post(address("invitations_invitation_test_letter")).status_code == 302
    assert mail.outbox == []
