"""Inviting: who may, what is stored, what stays in the box, and what it costs."""
from __future__ import unicode_literals

import datetime

import pytest
from django.utils import timezone

from game.models import Player
from game.moves import batches
from game.rooms import services as game_services
from invitations import status
from invitations.hosting import nights, permissions, services
from invitations.mail import delivery
from invitations.models import Invitation, Postage, StoppedAddress
from tests.invitations.hosting.refusals import why_not
from tests.invitations.people import a_guest, a_host, a_user

pytestmark = pytest.mark.django_db


def invite(host, text, **more):
    return services.invite(host.player, host.user, text, **more)


def people(batch):
    return [(invitation.name, invitation.email)
            for invitation in sorted(batch.invited, key=lambda row: row.pk)]


def test_everybody_named_has_an_invitation_and_a_letter_on_its_way(host, queued):
    batch = invite(host, "Bob <bob@example.org>, cat@example.org", note=" Bring tea. ", language="pl")
    assert people(batch) == [("Bob", "bob@example.org"), ("", "cat@example.org")]
    assert (batch.refused, batch.rest, batch.left) == ([], "", {"hour": 18, "day": 98})
    assert sorted(row.pk for row in queued) == sorted(row.pk for row in batch.invited)
    bob = Invitation.objects.get(email="bob@example.org")
    assert (bob.room, bob.sender, bob.sender_name, bob.note,
            bob.language) == (host.room, host.user, "Ann", "Bring tea.", "pl")
    assert bob.due <= timezone.now() and bob.sent is None and bob.expires > timezone.now() + datetime.timedelta(days=13)


def test_each_guest_has_a_key_of_their_own(host, queued):
    invite(host, "bob@example.org, cat@example.org")
    keys = set(Invitation.objects.values_list("key", flat=True))
    assert len(keys) == 2 and all(len(key) == 32 for key in keys)


def test_letters_are_queued_after_the_commit_only(host, monkeypatch):
    def fail(*args):
        raise ZeroDivisionError
    monkeypatch.setattr("invitations.hosting.quota.SendQuota.pay", fail)
    queued = []
    monkeypatch.setattr("invitations.mail.delivery.queue", lambda *rows: queued.extend(rows))
    with pytest.raises(ZeroDivisionError):
        invite(host, "bob@example.org")
    assert queued == [] and not Invitation.objects.exists() and not Postage.objects.exists()


def test_what_cannot_be_sent_is_named_and_stays_in_the_box(host, queued):
    a_guest(host, "dan@example.org")
    StoppedAddress.objects.create(address="eve@example.org")
    batch = invite(host, "bob@example, ANN@example.org, Dan <Dan@Example.org>, eve@example.org, "
                         "cat@example.org")
    assert people(batch) == [("", "cat@example.org")]
    reasons = dict(batch.refused)
    assert "end is missing" in reasons["bob@example"] and "your own" in reasons["ann@example.org"]
    assert "already" in reasons['"Dan" <dan@example.org>'] and "no letters" in reasons["eve@example.org"]
    assert sorted(batch.rest.split("\n")) == sorted(reasons)


def test_a_domain_of_another_script_is_one_guest_in_every_form(host, queued):
    StoppedAddress.objects.create(address="eve@xn--bcher-kva.example")
    batch = invite(host, "bob@b\xfccher.example, bob@xn--bcher-kva.example, eve@b\xfccher.example")
    assert people(batch) == [("", "bob@xn--bcher-kva.example")]
    assert [text for text, _ in batch.refused] == ["eve@b\xfccher.example"]
    assert "already" in invite(host, "BOB@B\xdcCHER.example").refused[0][1]


def test_more_than_fifty_stay_in_the_box(host, queued, settings):
    settings.INVITES_AN_HOUR = 100
    batch = invite(host, " ".join("p%d@example.org" % number for number in range(52)))
    assert len(batch.invited) == 50 and batch.rest == "p50@example.org\np51@example.org"


def some(count, word="p"):
    return " ".join("%s%d@example.org" % (word, number) for number in range(count))


def waits(batch):
    """In how many minutes each letter goes."""
    return sorted(round((row.due - timezone.now()).total_seconds() / 60) for row in batch.invited)


def test_what_is_beyond_the_hour_waits_for_its_turn(host, queued):
    batch = invite(host, some(50))
    assert (batch.refused, batch.left) == ([], {"hour": 0, "day": 50})
    assert waits(batch) == [0] * 20 + [60] * 20 + [120] * 10 and len(queued) == 20
    assert [status.document(row)["goes"] is None for row in batch.invited].count(True) == 20


def test_later_letters_line_up_behind(host, queued):
    invite(host, some(50))
    assert waits(invite(host, some(12, "q"))) == [120] * 10 + [180] * 2


def test_what_would_wait_for_more_than_a_day_stays_in_the_box(host, queued, settings):
    settings.INVITES_AN_HOUR = settings.INVITES_A_DAY = 3
    batch = invite(host, some(5))
    assert len(batch.invited) == 3 and batch.rest == "p3@example.org\np4@example.org"
    assert all("in 24 hours" in why for _, why in batch.refused)


def test_a_letter_whose_turn_has_come_is_found_by_the_clock(host, settings, monkeypatch):
    settings.INVITES_AN_HOUR, sent = 1, []
    first, second = invite(host, some(2)).invited
    monkeypatch.setattr("invitations.mail.delivery.send_task", lambda channel, *tasks: sent.extend(tasks))
    Invitation.objects.filter(pk=min(first.pk, second.pk)).update(due=None)
    delivery.queue_due()
    assert sent == []
    Invitation.objects.filter(pk=max(first.pk, second.pk)).update(due=timezone.now())
    delivery.queue_due()
    assert sent == [{"id": max(first.pk, second.pk)}]


def test_who_is_taken_back_before_their_turn_costs_nothing(host, queued, settings):
    settings.INVITES_AN_HOUR = 1
    waiting = max(invite(host, some(2)).invited, key=lambda row: row.due)
    services.revoke(host.user, waiting.pk)
    assert Postage.objects.count() == 1 and Invitation.objects.get(pk=waiting.pk).due is None


def test_a_date_set_while_letters_wait_is_in_them_and_in_no_letter_more(host, queued, settings):
    settings.INVITES_AN_HOUR = 1
    invite(host, some(2))
    starts = timezone.now() + datetime.timedelta(days=3)
    night, letters = nights.set_night(host.room, host.user, starts, "UTC")
    assert letters == 0 and night.invitations.count() == 2


@pytest.mark.parametrize("text,code",
                         [("", "empty"), (" ,; ", "empty"), ("bob", "unreadable"), ("x" * 20001, "too_long")])
def test_a_text_without_an_address_is_refused_as_a_whole(host, queued, text, code):
    assert why_not(invite, host, text).code == code
    assert not Postage.objects.exists()


def test_an_unreadable_text_is_explained_piece_by_piece(host):
    (piece, why), = why_not(invite, host, "bob@example").refused
    assert piece == "bob@example" and "end is missing" in why


@pytest.mark.parametrize("more,word", [({"note": "x" * 501}, "500"), ({"language": "tlh"}, "languages")])
def test_a_letter_that_cannot_be_written_costs_nothing(host, queued, more, word):
    refused = why_not(invite, host, "bob@example.org", **more)
    assert refused.code == "bad_form" and word in refused.message
    assert not Postage.objects.exists() and queued == []


def test_a_note_keeps_its_lines_and_loses_what_is_not_text(host, queued):
    invite(host, "bob@example.org", note="Hello\r\nBob\x07\u202e!\n\n\n\nAnn")
    assert Invitation.objects.get().note == "Hello\nBob!\n\nAnn"


def test_only_the_host_invites(host):
    bob = game_services.join(host.room, "Bob", a_user("Bob"))
    assert why_not(services.invite, bob, bob.user, "cat@example.org").code == "not_host"


def test_whoever_was_made_host_invites(host, queued):
    bob = game_services.join(host.room, "Bob", a_user("Bob"))
    game_services.play(host.room.pk, [batches.Move("1", "make_host", {"player": "2"}, "", None)])
    bob, ann = (Player.objects.get(pk=seat.pk) for seat in (bob, host.player))
    assert len(services.invite(bob, bob.user, "cat@example.org").invited) == 1
    assert why_not(services.invite, ann, host.user, "dan@example.org").code == "not_host"


def test_inviting_links_the_hosts_seat_to_the_account(queued):
    seat, user = game_services.open_room("Zoe"), a_user("Zoe")
    services.invite(seat, user, "bob@example.org")
    assert Player.objects.get(pk=seat.pk).user == user


def test_an_invitation_to_a_room_with_a_night_is_to_that_night(host, queued):
    starts = timezone.now() + datetime.timedelta(days=30)
    night, _ = nights.set_night(host.room, host.user, starts, "UTC")
    invite(host, "bob@example.org")
    bob = Invitation.objects.get()
    assert bob.night == night and bob.expires > night.ends


def test_somebody_whose_invitation_was_taken_back_or_ran_out_is_invited_anew(host, queued):
    now = timezone.now()
    a_guest(host, "bob@example.org", revoked=now)
    a_guest(host, "cat@example.org", expires=now)
    assert len(invite(host, "bob@example.org, cat@example.org").invited) == 2


def test_another_room_is_another_invitation(host, queued):
    a_guest(host, "bob@example.org")
    assert len(invite(a_host("Ann", host.user), "bob@example.org").invited) == 1


def test_twenty_guests_cost_no_more_statements_than_one(host, queued, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        assert len(invite(host, " ".join("p%d@example.org" % number for number in range(20))).invited) == 20


def test_the_list_has_the_last_press_first_and_its_guests_as_they_were_pasted(host, queued):
    invite(host, "zoe@example.org, amy@example.org")
    batch = invite(host, "mia@example.org, bob@example.org")
    assert people(batch) == [("", "mia@example.org"), ("", "bob@example.org")]
    assert [one.email.split("@")[0] for one in permissions.sent_by(host.user, host.room)] == [
        "mia", "bob", "zoe", "amy"]


@pytest.mark.parametrize("note, plain", [("See https://example.org/map", True), ("Bring biscuits.", False)])
def test_a_host_hears_that_links_in_a_note_became_text(host, queued, note, plain):
    assert invite(host, "bob@example.org", note=note).plain is plain
