"""Guests who sit down: under which name, who is told, and when it is too late."""
from __future__ import unicode_literals

import mock
import pytest
from django.utils import timezone

from accounts import profiles
from common.clock import now_ms
from game import rules
from game.models import Room
from game.rooms import services
from game.rooms.summary import summary_of
from game.seats import sessions
from invitations import nicknames
from invitations.models import Invitation
from tests.game.table import a_table
from tests.invitations.guests.seats import NOBODY, sit_down
from tests.invitations.people import Host, a_guest, a_host, a_user
from tests.invitations.visits import act, again, mark

pytestmark = pytest.mark.django_db


def test_a_guest_sits_down_and_everybody_is_told(told):
    guest, session = a_guest(a_host()), {}
    player = sit_down(guest, session=session)
    row = again(guest)
    assert (row.player, player.name, player.number, row.accepted is not None) == (player, "Bob", 2, True)
    assert sessions.seat_of(guest.room, None, session) == player
    assert told.log == [{"type": "joined", "player": "2"}]
    assert [(one["status"], one["player"]) for one in told.news] == [("joined", "Bob")]


def test_a_guest_who_comes_days_early_hosts_nothing_and_removes_nobody(told):
    host, later = a_host(), now_ms() + 14 * 86400 * 1000
    player = sit_down(a_guest(host))
    with mock.patch("game.moves.batches.now_ms", return_value=later):
        act(player, "connect")
        act(player, "expire")
        assert act(player, "kick", player="1").answers[0].code == "not_host"
    assert summary_of(Room.objects.get())["host"] == "Ann"


def test_an_invitation_is_one_seat_only(told):
    guest = a_guest(a_host())
    sit_down(guest)
    assert sit_down(guest, "Robert") is None
    assert guest.room.players.count() == 2 and len(told.log) == 1


@pytest.mark.parametrize("fields", [{"revoked": timezone.now()}, {"expires": timezone.now()}])
def test_it_is_too_late_for_an_invitation_that_closed_meanwhile(told, fields):
    guest = a_guest(a_host())
    mark(guest, **fields)
    assert sit_down(guest) is None
    assert guest.room.players.count() == 1 and again(guest).accepted is None and not told.updates


def test_it_is_too_late_for_a_room_that_was_cleared_away_meanwhile(told):
    guest = a_guest(a_host())
    stale = again(guest)
    Room.objects.all().delete()
    assert sit_down(stale) is None
    assert again(guest).accepted is None and not told.updates


def test_a_taken_name_changes_nothing(told):
    guest = a_guest(a_host())
    with pytest.raises(services.NameTakenError):
        sit_down(guest, " ANN")
    assert again(guest).accepted is None and again(guest).player is None and not told.updates


def test_a_full_table_changes_nothing(told):
    table = a_table(white=36)
    table.deal()
    ann = a_user("Ann")
    guest = a_guest(Host(ann, table.room, table.player("ann")))
    with pytest.raises(rules.InvalidMoveError):
        sit_down(guest, "Dan")
    assert again(guest).accepted is None and guest.room.players.count() == 3 and not told.updates


@pytest.mark.parametrize("name, nickname", [
    ("Bob", "Bob"), (" Bob  Smith ", "Bob Smith"), ("Bob Featherstonehaugh-Cholmondeley", "Bob"),
    ("x" * 30, "x" * 24),
    ("\u202eBob", ""), ("", "")])
def test_what_the_host_calls_them_becomes_a_nickname(name, nickname):
    assert nicknames.nickname(Invitation(name=name), NOBODY) == nickname


def test_an_account_comes_under_its_own_nickname():
    bob = a_user("Bob")
    profiles.change(bob, "Bobby", "")
    assert nicknames.nickname(Invitation(name="Mr Robert"), bob) == "Bobby"


def test_a_room_that_is_full_for_strangers_has_a_seat_for_its_guests(told, settings):
    settings.SEATS_PER_ROOM = 1
    guest = a_guest(a_host())
    assert sit_down(guest).number == 2
