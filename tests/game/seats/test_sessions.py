"""Which seat is whose, by session and by account."""
from __future__ import unicode_literals

import pytest

from game.rooms import services
from game.seats import sessions
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


def test_a_session_sits_where_it_took_a_seat():
    table, session = a_table("Ann", "Bob"), {}
    sessions.remember(session, table.player("bob"))
    assert sessions.seat_of(table.room, None, session) == table.player("bob")


def test_a_stranger_sits_nowhere(django_user_model):
    table = a_table("Ann")
    stranger = django_user_model.objects.create_user("cat")
    assert sessions.seat_of(table.room, None, {}) is None
    assert sessions.seat_of(table.room, stranger, {}) is None


def test_a_session_sits_in_each_room_as_somebody_else():
    one, two, session = a_table("Ann"), a_table("Bob", name="Cake"), {}
    sessions.remember(session, one.player("ann"))
    sessions.remember(session, two.player("bob"))
    assert sessions.seat_of(one.room, None, session).name == "Ann"
    assert sessions.seat_of(two.room, None, session).name == "Bob"


def test_a_key_opens_no_seat_in_another_room():
    one, two = a_table("Ann"), a_table("Bob", name="Cake")
    session = {sessions.SEATS: {two.room.code: one.player("ann").key}}
    assert sessions.seat_of(two.room, None, session) is None


def test_an_account_finds_its_seat_on_every_device(django_user_model):
    ann = django_user_model.objects.create_user("ann")
    host = services.open_room("Ann", ann)
    assert sessions.seat_of(host.room, ann, {}) == host


def test_a_session_goes_before_the_account(django_user_model):
    table, session = a_table("Ann"), {}
    table.sit_down("Bob", django_user_model.objects.create_user("bob"))
    sessions.remember(session, table.player("ann"))
    assert sessions.seat_of(table.room, table.player("bob").user, session).name == "Ann"


def test_a_kicked_seat_is_still_known():
    table, session = a_table("Ann", "Bob"), {}
    sessions.remember(session, table.player("bob"))
    table.act("ann", "kick", {"player": "2"})
    assert sessions.seat_of(table.room, None, session).kicked


def test_a_session_whose_seat_moved_has_lost_it():
    table, session = a_table("Ann"), {}
    sessions.remember(session, table.player("ann"))
    services.move_seat(table.player("ann"))
    assert sessions.seat_of(table.room, None, session) is None
    assert sessions.was_moved(session, table.room)
    assert not sessions.was_moved({}, table.room)


def test_a_door_that_was_opened_stays_open():
    one, two, session = a_table("Ann"), a_table("Bob", name="Cake"), {}
    assert not sessions.may_watch(session, one.room)
    sessions.let_watch(session, one.room)
    sessions.let_watch(session, one.room)
    assert sessions.may_watch(session, one.room) and not sessions.may_watch(session, two.room)
    assert session[sessions.WATCHED] == [one.room.code]


def test_a_room_without_a_password_opens_to_everybody():
    assert sessions.password_fits(services.open_room("Ann").room, "")
    assert sessions.password_fits(services.open_room("Bob").room, "anything")


def test_only_the_password_fits():
    room = services.open_room("Ann", password="sesame").room
    assert sessions.password_fits(room, "sesame")
    assert not any(sessions.password_fits(room, wrong) for wrong in ("", "Sesame", "sesame ", room.password))


def test_my_rooms_are_those_of_the_session_and_of_the_account(django_user_model):
    ann, session = django_user_model.objects.create_user("ann"), {}
    as_user = services.open_room("Ann", ann)
    as_guest = services.open_room("Annie")
    services.open_room("Somebody")
    sessions.remember(session, as_guest)
    assert sessions.my_seats(ann, session) == [as_guest, as_user]
    assert sessions.my_seats(None, session) == [as_guest]
    assert sessions.my_seats(None, {}) == []


def test_my_rooms_leave_out_those_i_was_kicked_from():
    table, session = a_table("Ann", "Bob"), {}
    sessions.remember(session, table.player("bob"))
    table.act("ann", "kick", {"player": "2"})
    assert sessions.my_seats(None, session) == []


def test_a_session_can_be_stored_as_json(client):
    session, table = client.session, a_table("Ann")
    sessions.remember(session, table.player("ann"))
    sessions.let_watch(session, table.room)
    session.save()
    assert sessions.seat_of(table.room, None, client.session) == table.player("ann")


@pytest.mark.parametrize("most", [50])
def test_a_session_keeps_the_doors_of_so_many_rooms(most):
    class Room(object):
        def __init__(self, number):
            self.code = "R%04d" % number
    session = {}
    for number in range(most + 5):
        sessions.let_watch(session, Room(number))
    assert sessions.may_watch(session, Room(most + 4)) and len(session[sessions.WATCHED]) == most
