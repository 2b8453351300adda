"""The same group again, in a new room."""
from __future__ import unicode_literals

import mock
import pytest

from common.compat import json_loads
from decks.models import Deck
from game.models import Room
from game.rooms import going_on
from tests.game.pages import address, path_of, sit, text_of
from tests.game.recap.nights import an_evening
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


def press(client, table, name="go_on"):
    return client.post(address(name, table.room.code))


def test_the_next_room_has_the_settings_and_decks_of_the_old_one():
    table = a_table()
    table.act("ann", "change_settings", {"settings": {"hand_size": 7}})
    new = going_on.go_on(table.player("ann"))
    state = json_loads(Room.objects.get(pk=new.room_id).state)
    assert state["settings"] == table.state["settings"] and state["settings"]["hand_size"] == 7
    assert state["decks"] == table.state["decks"]


def test_a_locked_room_goes_on_unlocked_and_people_keep_their_faces():
    table = a_table()
    table.act("ann", "change_settings", {"settings": {"door": "locked"}})
    ann, bob = table.player("ann"), table.player("bob")
    going_on.go_on(ann)
    bob.refresh_from_db()
    new = going_on.go_along(bob)
    assert (new.face, new.colour) == (bob.face, bob.colour)


def test_a_cohost_goes_on_with_all(client, published):
    table = a_table()
    table.act("ann", "make_cohost", {"player": "2"})
    assert going_on.go_on(table.player("bob")).name == "Bob"


def test_a_deck_that_the_host_cannot_choose_stays_behind():
    table = a_table()
    Deck.objects.update(listed=False)
    new = going_on.go_on(table.player("ann"))
    assert json_loads(Room.objects.get(pk=new.room_id).state)["decks"] == []


def test_it_keeps_the_password_and_leaves_the_list_of_open_rooms():
    table = a_table()
    Room.objects.update(password="hash", listed=True)
    going_on.go_on(table.player("ann"))
    new = table.room.next
    assert new.password == "hash" and not new.listed


def test_everybody_in_the_old_room_hears_of_it():
    table = a_table()
    with mock.patch("game.rooms.services.publish") as publish:
        new = going_on.go_on(table.player("ann"))
    said = [json_loads(message) for call in publish.call_args_list
            for message in (call[0][1].private or {}).values()]
    assert {"type": "again", "again": {"code": new.room.code, "by": "Ann"}} in said


def test_guests_do_not_go_on_with_all(client):
    table = a_table()
    sit(client, table.player("bob"))
    assert press(client, table).status_code == 404 and table.room.next is None


def test_the_host_sits_there_at_once_and_once(client):
    table = an_evening()
    sit(client, table.player("ann"))
    first, second = path_of(press(client, table)), path_of(press(client, table))
    assert first == second == table.room.next.get_absolute_url() and Room.objects.count() == 2


def test_who_goes_along_sits_there_under_the_same_name(client):
    table = an_evening()
    going_on.go_on(table.player("ann"))
    sit(client, table.player("bob"))
    assert path_of(press(client, table, "go_along")) == table.room.next.get_absolute_url()
    press(client, table, "go_along")
    assert [player.name for player in table.room.next.players.all()] == ["Ann", "Bob"]


def test_a_password_is_not_asked_of_who_was_inside(client):
    table = an_evening()
    Room.objects.update(password="hash")
    going_on.go_on(table.player("ann"))
    sit(client, table.player("bob"))
    press(client, table, "go_along")
    assert table.room.next.players.count() == 2


def test_whose_name_is_taken_there_finds_the_door(client):
    table = an_evening()
    going_on.go_on(table.player("ann"))
    table.act("ann", "change_name", {"name": "Zoe"})
    table.act("bob", "change_name", {"name": "Ann"})
    sit(client, table.player("bob"))
    assert path_of(press(client, table, "go_along")) == table.room.next.get_absolute_url()
    assert table.room.next.players.count() == 1


def test_who_was_removed_does_not_go_along(client):
    table = an_evening()
    going_on.go_on(table.player("ann"))
    table.act("ann", "kick", {"player": table.number("bob")})
    sit(client, table.player("bob"))
    assert press(client, table, "go_along").status_code == 404


def test_a_page_that_is_loaded_later_knows_where_the_group_is(client):
    table = an_evening()
    going_on.go_on(table.player("ann"))
    sit(client, table.player("bob"))
    page = text_of(client.get(table.room.get_absolute_url()))
    assert '"again":{' in page and table.room.next.code in page


def test_my_rooms_offer_it_to_who_hosts(client):
    table = an_evening()
    sit(client, table.player("ann"))
    assert address("go_on", table.room.code) in text_of(client.get("/"))
