"""Guests who come back by their link: to the same seat, from another device or after they left."""
from __future__ import unicode_literals

import pytest

from game import rules
from game.models import Player
from game.moves import batches
from game.rooms import services
from game.seats import sessions
from invitations import guests
from tests.game.table import a_table
from tests.invitations.guests.seats import NOBODY, come_back, sit_down, standing
from tests.invitations.people import Host, a_guest, a_host, a_user
from tests.invitations.visits import act, again

pytestmark = pytest.mark.django_db


def test_an_account_keeps_the_seat_of_its_invitation(told):
    guest, bob = a_guest(a_host()), a_user("Bob")
    assert sit_down(guest, user=bob).user == bob
    assert standing(guest, user=bob) == guests.HERE


def test_the_link_brings_the_seat_to_another_device(told):
    guest, phone, laptop = a_guest(a_host()), {}, {}
    player = sit_down(guest, session=phone)
    assert standing(guest, session=laptop) == guests.AWAY
    come_back(guest, session=laptop)
    assert sessions.seat_of(guest.room, None,
                            laptop) == player and sessions.seat_of(guest.room, None, phone) is None
    assert told.disconnects == [{"2": "seat_moved"}] and len(told.log) == 1


def test_who_left_comes_back_by_the_link(told):
    guest, phone, laptop = a_guest(a_host()), {}, {}
    player = sit_down(guest, session=phone)
    act(player, "leave")
    assert guests.visit(again(guest), NOBODY, phone).left
    come_back(guest, session=laptop)
    assert not guests.visit(again(guest), NOBODY, laptop).left
    assert told.log[-1] == {"type": "joined", "player": "2"} and player.room.players.count() == 2


def test_who_left_on_this_device_comes_back_without_a_new_key(told):
    guest, phone = a_guest(a_host()), {}
    player = sit_down(guest, session=phone)
    act(player, "leave")
    come_back(guest, session=phone)
    assert Player.objects.get(pk=player.pk).key == player.key and not told.disconnects


def test_no_cards_for_a_return_leaves_the_seat_where_it_is(told):
    table = a_table("Ann", "Bob", "Cat", "Dan", white=48)
    guest = a_guest(Host(a_user("Ann"), table.room, table.player("ann")), player=table.player("bob"))
    table.deal()
    table.act("bob", "leave")
    table.sit_down("Eve")
    with pytest.raises(rules.InvalidMoveError):
        come_back(guest)
    assert table.player("bob").key == guest.player.key and not told.updates


def test_a_seat_of_nobody_becomes_the_account_s_that_continues_in_it(told):
    guest, bob = a_guest(a_host()), a_user("Bob")
    player = sit_down(guest)
    come_back(guest, bob)
    assert Player.objects.get(pk=player.pk).user == bob


def test_a_seat_of_an_account_stays_that_account_s(told):
    guest, bob, cat = a_guest(a_host()), a_user("Bob"), a_user("Cat")
    player = sit_down(guest, user=bob)
    come_back(guest, cat)
    assert Player.objects.get(pk=player.pk).user == bob


def test_a_guest_who_left_comes_back_to_a_room_that_is_full_for_strangers(told, settings):
    guest = a_guest(a_host())
    player = sit_down(guest)
    services.play(guest.room_id, [batches.Move("2", "leave", {}, "", None)])
    settings.SEATS_PER_ROOM = 1
    come_back(guest)
    assert batches.load(guest.room_id).state["players"]["%d" % player.number]["presence"] != "left"
