"""Taking seats, losing them, and coming back."""
from __future__ import unicode_literals

import mock
import pytest

from common.compat import json_loads
from common.names import BadNameError
from game import rules
from game.models import Player
from game.rooms import services
from tests.game.table import a_table, loaded_too_early

pytestmark = pytest.mark.django_db


def test_seats_are_numbered_in_the_order_of_arrival():
    table = a_table("Ann", "Bob")
    assert services.join(table.room, "Cat").number == 3
    assert table.state["players"]["3"]["name"] == "Cat"


def test_the_room_hears_of_a_new_seat_once_it_is_stored(published):
    table = a_table("Ann", "Bob")
    services.join(table.room, "Cat")
    update, = published
    assert (update.topic, update.version) == (table.pk, table.version)
    assert json_loads(update.public)["log"] == [{"type": "joined", "player": "3"}]


def test_a_claim_that_fails_takes_the_seat_back_and_tells_nobody(published):
    table = a_table("Ann", "Bob")
    with pytest.raises(KeyError):
        services.join(table.room, "Cat", claim=lambda: {}.__getitem__)
    assert table.room.players.count() == 2 and not published and "3" not in table.state["players"]


def test_a_number_is_never_given_twice():
    table = a_table("Ann", "Bob", "Cat")
    table.act("cat", "leave")
    assert services.join(table.room, "Dan").number == 4


@pytest.mark.parametrize("name", ["Bob", "BOB", " b o b ", "\uff22ob", "B\u200dob"])
def test_a_name_that_looks_taken_is_refused(name):
    table = a_table("Ann", "Bob")
    with pytest.raises(services.NameTakenError):
        services.join(table.room, name)
    assert table.room.players.count() == 2 and len(table.state["players"]) == 2


def test_the_same_name_is_free_in_another_room():
    a_table("Ann", "Bob")
    other = services.open_room("Cat").room
    assert services.join(other, "Bob").number == 2


def test_a_bad_name_takes_no_seat():
    table = a_table("Ann")
    with pytest.raises(BadNameError):
        services.join(table.room, "x" * 25)
    assert table.room.players.count() == 1


def test_a_newcomer_in_a_running_game_gets_a_hand():
    table = a_table()
    table.deal()
    table.sit_down("Dan")
    assert len(table.hand("dan")) == 10
    assert "dan" not in table.members


def test_a_seat_that_the_cards_do_not_serve_leaves_nothing_behind():
    table = a_table(white=36)
    table.deal()
    version = table.version
    with pytest.raises(rules.InvalidMoveError) as refusal:
        services.join(table.room, "Dan")
    assert refusal.value.code == "not_enough_white"
    assert not Player.objects.filter(name="Dan").exists()
    assert table.version == version


def test_two_who_join_at_once_both_get_a_seat():
    table = a_table("Ann")
    with loaded_too_early(lambda: table.alter(nudged_at=1)):
        player = services.join(table.room, "Bob")
    assert player.number == 2 and table.room.players.count() == 2
    assert table.state["players"]["2"]["name"] == "Bob" and table.state["nudged_at"] == 1


def test_it_gives_up_when_others_are_always_first():
    table = a_table("Ann")
    with mock.patch("game.moves.storage.swap",
                    return_value=set()), mock.patch("game.rooms.services._step_back"):
        with pytest.raises(services.Busy):
            services.join(table.room, "Bob")
    assert table.room.players.count() == 1


def test_whoever_left_a_game_comes_back_to_hand_and_score():
    table = a_table("Ann", "Bob", "Cat", "Dan")
    table.deal()
    hand = table.hand("bob")
    table.act("bob", "leave")
    outcome = services.come_back(table.player("bob"))
    assert outcome.entries[0] == {"type": "joined", "player": "2"}
    assert table.hand("bob") == hand and table.state["players"]["2"]["presence"] == "gone"


def test_whoever_left_the_lobby_comes_back_to_the_same_number():
    table = a_table()
    table.act("bob", "leave")
    services.come_back(table.player("bob"))
    assert table.state["players"]["2"]["name"] == "Bob"


def test_nobody_comes_back_who_never_left():
    table = a_table()
    with pytest.raises(rules.InvalidMoveError) as refusal:
        services.come_back(table.player("bob"))
    assert refusal.value.code == "not_now"


def test_a_moved_seat_has_a_new_key_and_nothing_else_new():
    table = a_table("Ann", "Bob")
    before, version = table.player("bob"), table.version
    moved = services.move_seat(table.player("bob"))
    assert moved.key != before.key and table.player("bob").key == moved.key
    assert (moved.number, moved.name, table.version) == (before.number, before.name, version)


@pytest.mark.parametrize("running", [False, True])
def test_a_kick_marks_the_seat_for_good(running):
    table = a_table("Ann", "Bob", "Cat", "Dan")
    if running:
        table.deal()
    table.act("ann", "kick", {"player": "2"})
    assert table.player("bob").kicked
    assert not table.player("cat").kicked


def test_a_refused_kick_marks_nobody():
    table = a_table()
    assert table.why_not("bob", "kick", {"player": "3"}) == "not_host"
    assert not Player.objects.filter(kicked=True).exists()
