"""How many seats and rooms there may be, and what people are told where there are no more."""
from __future__ import unicode_literals

import pytest

from game import rules
from game.models import Player, Room
from game.rooms import caps, services
from tests.game.pages import address, sit, text_of
from tests.game.people import an_account, enter
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


@pytest.fixture
def table(settings):
    """A room of three seats, all of them taken."""
    settings.SEATS_PER_ROOM = 3
    return a_table("Ann", "Bob", "Cat")


def take_seat(client, room, name="Dan", **extra):
    return client.post(address("take_seat", room.code), {"name": name}, **extra)


def open_room(client, name="Ann", **fields):
    extra = {"REMOTE_ADDR": fields.pop("where", "192.0.2.7")}
    return client.post(address("open"), dict(fields, name=name), **extra)


def refusal_of(call, *args, **kwargs):
    with pytest.raises(rules.InvalidMoveError) as refused:
        call(*args, **kwargs)
    return refused.value.code


def test_a_full_room_gives_no_seat_and_keeps_nothing(table):
    assert refusal_of(services.join, table.room, "Dan") == "room_full"
    assert Player.objects.count() == 3 and "4" not in table.state["players"]


def test_who_left_frees_a_seat(table):
    table.act("cat", "leave")
    assert services.join(table.room, "Dan").number == 4


def test_who_left_finds_their_seat_taken(table):
    table.act("cat", "leave")
    table.sit_down("Dan")
    assert refusal_of(services.come_back, table.player("cat")) == "room_full"


def test_an_invited_guest_finds_a_seat_in_a_full_room(table):
    assert services.join(table.room, "Dan", invited=True).number == 4


def test_invited_guests_come_to_an_end_too(table):
    for name in ("Dan", "Eve", "Flo"):
        services.join(table.room, name, invited=True)
    assert refusal_of(services.join, table.room, "Gus", invited=True) == "room_full"


def test_a_room_does_not_grow_by_people_who_come_and_go(table):
    for number in range(6):
        table.act("cat", "leave")
        table.players["cat"] = services.join(table.room, "Cat %d" % number)
    table.act("cat", "leave")
    assert refusal_of(services.join, table.room, "Dan") == "no_seats_left"
    assert services.join(table.room, "Dan", invited=True)


def test_a_full_room_says_so_and_offers_to_watch(client, table):
    page = text_of(client.get(address("room", table.room.code)))
    assert "Every chair is taken" in page and address("watch", table.room.code) in page
    assert 'name="line"' in page and "Take a seat" not in page


def test_who_was_too_late_for_a_seat_is_told_so(client, table, published):
    response = take_seat(client, table.room)
    assert response.status_code == 409 and "Every chair is taken" in text_of(response) and not published


def test_who_left_a_room_that_is_full_now_is_told_so(client, table, published):
    table.act("cat", "leave")
    table.sit_down("Dan")
    sit(client, table.player("cat"))
    response = take_seat(client, table.room)
    assert response.status_code == 409 and "All seats of this room (3) are taken" in text_of(response)


def test_one_address_takes_no_more_seats_than_are_given_out_in_an_hour(client, settings, published,
                                                                       standing_clock):
    settings.SEATS_AN_HOUR = 2
    rooms = [services.open_room("Ann").room for _ in range(3)]
    answers = []
    for room in rooms:
        answers.append(take_seat(client, room))
    assert [answer.status_code for answer in answers] == [302, 302, 429]
    assert "from your network" in text_of(answers[-1]) and answers[-1]["Retry-After"] == "3600"
    assert take_seat(client, rooms[-1], REMOTE_ADDR="192.0.2.8").status_code == 302


def test_one_address_opens_no_more_rooms_than_fit_in_an_hour(client, settings, standing_clock):
    settings.ROOMS_AN_HOUR = 2
    answers = [open_room(client) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [302, 302, 429] and Room.objects.count() == 2
    assert "many new rooms" in text_of(answers[-1]) and 'value="Ann"' in text_of(answers[-1])
    assert open_room(client, where="192.0.2.8").status_code == 302


def test_a_whole_network_of_addresses_counts_as_one(client, settings, standing_clock):
    settings.ROOMS_AN_HOUR = 2
    answers = [open_room(client, where="2001:db8:1:2::%d" % number).status_code for number in range(3)]
    assert answers == [302, 302, 429]


def test_an_account_has_no_more_rooms_for_having_many_addresses(client, settings, standing_clock):
    settings.ROOMS_AN_HOUR = 2
    enter(client, an_account())
    assert [open_room(client, where="192.0.2.%d" % number).status_code
            for number in range(3)] == [302, 302, 429]


def test_few_rooms_of_an_address_are_listed_and_others_stay_open_to_it(client, settings, standing_clock):
    settings.LISTED_ROOMS_A_DAY = 1
    answers = [open_room(client, listed="on") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302,
                                                          429] and "without the tick" in text_of(answers[-1])
    assert open_room(client).status_code == 302


def test_a_form_with_a_mistake_is_not_counted(client, settings, standing_clock):
    settings.ROOMS_AN_HOUR = 1
    assert [open_room(client, name=name).status_code for name in ("", "Ann")] == [400, 302]


@pytest.mark.one_stack
def test_coming_and_going_is_for_people_and_not_for_programs(client, published, standing_clock):
    table = a_table("Ann", "Bob")
    sit(client, table.player("bob"))
    answers = []
    for _ in range(21):
        table.act("bob", "leave")
        answers.append(take_seat(client, table.room).status_code)
    assert answers == [302] * 20 + [429]


def test_a_school_class_fits_into_the_hour(settings):
    assert settings.SEATS_AN_HOUR >= 150 and settings.ROOMS_AN_HOUR >= 20 and caps.seats_at_once() == 100
