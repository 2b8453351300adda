"""Inviting, sending again, taking back: who may, what is stored, who hears of it, and what it costs."""
from __future__ import unicode_literals

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from game.models import Player
from game.moves import batches
from game.rooms import services as game_services
from invitations.hosting import nights, permissions, services
from invitations.models import Invitation, Postage, StoppedAddress
from tests.invitations.people import a_guest, a_host, a_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def host():
    return a_host("Ann")


def invite(host, text, **more):
    return services.invite(host.player, host.user, text, **more)


def why_not(function, *args, **more):
    with pytest.raises(services.Refused) as refused:
        function(*args, **more)
    return refused.value


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


def test_more_than_fifty_stay_in_the_box(host, queued, settings):
    settings.INVITES_AN_HOUR = 100
    batch = invite(host, " ".join("p%d@example.org" % number for number in range(52)))
    assert len(batch.invited) == 50 and batch.rest == "p50@example.org\np51@example.org"


def test_what_is_beyond_the_hour_stays_in_the_box_with_the_time(host, queued):
    batch = invite(host, " ".join("p%d@example.org" % number for number in range(22)))
    assert len(batch.invited) == len(queued) == 20 and batch.left == {"hour": 0, "day": 80}
    assert [text for text, _ in batch.refused] == ["p20@example.org", "p21@example.org"]
    assert all("20 letters an hour" in why and "in 60 minutes" in why for _, why in batch.refused)


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


def test_standings():
    guest_seat = game_services.open_room("Zoe")
    host = a_host("Ann")
    nobody, unsure = AnonymousUser(), a_user("Eve", verified=False)
    assert [permissions.standing(player, user) for player, user in [
        (None, host.user), (host.player, host.user), (host.player, nobody), (host.player, a_user("Bob")),
        (guest_seat, nobody), (guest_seat, unsure), (guest_seat, host.user)]] == [
        "not_host", "yes", "not_host", "not_host", "sign_in", "verify", "yes"]


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


# ---- sending again


def a_sent(host, **fields):
    now = timezone.now()
    return a_guest(host, "bob@example.org", **dict({"sent": now, "due": None, "attempts": 1}, **fields))


def test_a_letter_sent_again_is_due_anew_and_told(host, queued, told):
    bob = a_sent(host, sent=None, failed=timezone.now(), last_error="550 no such user",
                 expires=timezone.now())
    invitation, left = services.send_again(host.user, bob.pk)
    bob = Invitation.objects.get()
    assert bob.due and (bob.failed, bob.attempts, bob.last_error) == (None, 0, "")
    assert bob.expires > timezone.now() and left == {"hour": 19, "day": 99}
    assert queued == [invitation] and told == [bob.pk]


def test_who_is_asked_again_has_neither_looked_nor_said_no(host, queued, told):
    bob = a_sent(host, opened=timezone.now(), declined=timezone.now())
    services.send_again(host.user, bob.pk)
    bob = Invitation.objects.get()
    assert (bob.opened, bob.declined, permissions.sent_by(host.user, host.room)) == (None, None, [bob])


@pytest.mark.parametrize("fields,code", [
    ({"due": timezone.now()}, "on_its_way"), ({"revoked": timezone.now()}, "revoked"),
    ({"accepted": timezone.now()}, "joined")])
def test_some_letters_cannot_be_sent_again(host, queued, told, fields, code):
    bob = a_sent(host, **fields)
    assert why_not(services.send_again, host.user, bob.pk).code == code
    assert (queued, told, Postage.objects.count()) == ([], [], 0)


def test_a_letter_to_a_room_that_is_gone_is_not_sent_again(host, queued):
    bob = a_sent(host)
    host.room.delete()
    assert why_not(services.send_again, host.user, bob.pk).code == "no_room"


def test_who_wants_no_letters_gets_none_again(host, queued):
    bob = a_sent(host)
    StoppedAddress.objects.create(address="bob@example.org")
    assert why_not(services.send_again, host.user, bob.pk).code == "stopped"


def test_two_presses_send_one_letter(host, queued, told):
    bob = a_sent(host)
    services.send_again(host.user, bob.pk)
    assert why_not(services.send_again, host.user, bob.pk).code == "on_its_way"
    assert len(queued) == Postage.objects.count() == 1


def test_sending_again_counts(host, queued, told, settings):
    settings.LETTERS_TO_ONE_ADDRESS = 1
    bob = a_sent(host)
    services.send_again(host.user, bob.pk)
    Invitation.objects.update(due=None)
    refused = why_not(services.send_again, host.user, bob.pk)
    assert refused.code == "limit" and "in 24 hours" in refused.message


# ---- taking back


def test_a_link_that_is_taken_back_is_closed_and_its_letter_stays_here(host, told):
    bob = a_guest(host, "bob@example.org")
    assert services.revoke(host.user, bob.pk).revoked
    assert Invitation.objects.get().due is None and told == [bob.pk]


def test_taking_back_twice_is_taking_back_once(host, told):
    bob = a_guest(host, "bob@example.org")
    first = services.revoke(host.user, bob.pk).revoked
    assert services.revoke(host.user, bob.pk).revoked == first and told == [bob.pk]


def test_who_sits_at_the_table_stays_there(host, told):
    player = game_services.join(host.room, "Bob")
    bob = a_guest(host, "bob@example.org", player=player, accepted=timezone.now())
    services.revoke(host.user, bob.pk)
    assert not Player.objects.get(pk=player.pk).kicked and Invitation.objects.get().player == player


@pytest.mark.parametrize("act", [services.send_again, services.revoke])
def test_letters_of_others_are_out_of_reach(host, act):
    bob = a_sent(host)
    for user in (a_user("Eve"), AnonymousUser()):
        with pytest.raises(Invitation.DoesNotExist):
            act(user, bob.pk)
    assert Invitation.objects.get().revoked is None


# ---- the same people again


def test_people_of_earlier_rooms_can_be_invited_again(host):
    now, old = timezone.now(), a_host("Ann", host.user)
    for email, fields in [("bob@example.org", {"name": "Bob"}), ("cat@example.org", {"declined": now}),
                          ("dan@example.org", {"failed": now}), ("eve@example.org", {"revoked": now}),
                          ("fay@example.org", {}), ("gus@example.org", {}),
                          ("hal@example.org", {"accepted": now})]:
        a_guest(old, email, **fields)
    a_guest(a_host("Ann", host.user), "BOB@example.org".lower(), name="Bobby")
    a_guest(host, "fay@example.org")
    StoppedAddress.objects.create(address="gus@example.org")
    assert permissions.former_guests(host.user,
                                     host.room) == [("Bobby", "bob@example.org"), ("", "hal@example.org")]


def test_guests_of_other_hosts_are_nobodys_business(host):
    a_guest(a_host("Eve"), "bob@example.org")
    assert permissions.former_guests(host.user, host.room) == []


def test_guests_of_a_room_that_is_gone_are_remembered(host):
    old = a_host("Ann", host.user)
    a_guest(old, "bob@example.org", name="Bob")
    old.room.delete()
    assert permissions.former_guests(host.user, host.room) == [("Bob", "bob@example.org")]


# ---- forgetting


def test_what_ended_three_months_ago_is_forgotten(host):
    now = timezone.now()
    for email, days in [("bob@example.org", 91), ("cat@example.org", 89)]:
        a_guest(host, email, expires=now - datetime.timedelta(days=days))
    old, new = (Postage.objects.create(host=host.user, address="x@example.org") for _ in range(2))
    Postage.objects.filter(pk=old.pk).update(created=now - datetime.timedelta(days=3))
    services.clear_old()
    assert [row.email for row in Invitation.objects.all()] == ["cat@example.org"]
    assert list(Postage.objects.all()) == [new]


# ---- what it costs


def test_twenty_guests_cost_no_more_statements_than_one(host, queued, django_assert_max_num_queries):
    with django_assert_max_num_queries(14):
        assert len(invite(host, " ".join("p%d@example.org" % number for number in range(20))).invited) == 20
