"""Opening a room: a code, a host in the first seat, and decks to begin with."""
from __future__ import unicode_literals

import mock
import pytest

from common.names import BadNameError
from game.models import Player, Room
from game.moves import batches
from game.rooms import services
from tests.game.table import a_stored_deck, a_table

pytestmark = pytest.mark.django_db


def test_the_host_sits_in_the_first_seat():
    host = services.open_room(" Ann ")
    state = batches.load(host.room_id).state
    assert (host.number, host.name) == (1, "Ann")
    assert state["host"] == "1" and state["players"]["1"]["name"] == "Ann"
    assert state["phase"] == "lobby"


def test_the_password_is_stored_as_a_hash():
    room = services.open_room("Ann", password="open sesame").room
    assert room.password and "sesame" not in room.password


def test_no_password_is_no_hash():
    assert services.open_room("Ann").room.password == ""


def test_a_room_is_listed_only_when_asked_for():
    assert services.open_room("Ann", listed=True).room.listed
    assert not services.open_room("Bob").room.listed


def test_it_begins_with_the_decks_it_is_given():
    tea = a_stored_deck("Tea", white=5, black=2)
    host = services.open_room("Ann", deck_ids=[tea.pk])
    assert batches.load(host.room_id).state["decks"] == [
        {"id": tea.pk, "name": "Tea", "language": "en", "black": 2, "white": 5}]


def test_it_marks_the_decks_that_nobody_has_chosen():
    family, tea = a_stored_deck("Family", white=5, black=2), a_stored_deck("Tea", white=5, black=2)
    host = services.open_room("Ann", deck_ids=[family.pk, tea.pk], by_default=[family.pk])
    decks = batches.load(host.room_id).state["decks"]
    assert [deck.get("by_default") for deck in decks] == [True, None]


def test_it_begins_with_the_family_deck_beside_a_small_one_that_was_chosen():
    family = a_stored_deck("Family", white=90, black=9, rating="family", source="starter/family")
    tea, cake = a_stored_deck("Tea", white=5, black=2), a_stored_deck("Cake", white=90, black=9)
    assert services.first_decks() == ([family.pk], [family.pk])
    assert services.first_decks(tea) == ([family.pk, tea.pk], [family.pk])
    assert services.first_decks(cake) == ([cake.pk], [])


def test_a_bad_name_opens_nothing():
    with pytest.raises(BadNameError):
        services.open_room("\u200b")
    assert Room.objects.count() == Player.objects.count() == 0


def test_a_code_that_is_in_use_is_not_given_twice():
    first = services.open_room("Ann").room.code
    with mock.patch("game.codes.new_code", side_effect=[first, first, "KX7PQ"]):
        assert services.open_room("Bob").room.code == "KX7PQ"


def test_it_says_so_when_no_code_is_free():
    first = services.open_room("Ann").room.code
    with mock.patch("game.codes.new_code", return_value=first), pytest.raises(services.Busy):
        services.open_room("Bob")


def test_an_account_owns_its_seat_and_a_guest_owns_none(django_user_model):
    ann = django_user_model.objects.create_user("ann")
    assert services.open_room("Ann", ann).user == ann
    assert services.open_room("Bob").user is None


def test_a_room_that_is_read_back_is_what_was_written():
    table = a_table("Ann", "Bob")
    loaded = batches.load(table.pk)
    assert (loaded.code, loaded.version, loaded.state) == (table.room.code, table.version, table.state)
    assert loaded.deck is None


def test_a_room_that_is_gone_cannot_be_read():
    with pytest.raises(Room.DoesNotExist):
        batches.load(4711)
