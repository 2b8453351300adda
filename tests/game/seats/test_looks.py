"""Which face and colour somebody has in a room, is offered in the next one, and can have."""
from __future__ import unicode_literals

import pytest

from accounts import profiles
from game import rules
from game.models import Player
from game.moves.batches import Move
from game.rooms import services
from game.seats import looks, sessions
from tests.game.people import an_account
from tests.game.table import a_table

pytestmark = pytest.mark.django_db
FOX_IN_SKY = (1, 7)


class Nobody(object):
    pk = None


def look_in(player):
    return player.face, player.colour


def offered(user=None, session=None, taken=None):
    return tuple(looks.offered(user or Nobody(), session or {}, taken or {})[part] for part in ("face", "colour"))


def test_a_seat_keeps_the_look_that_the_room_gave():
    table = a_table()
    for player in table.room.players.all():
        shown = table.state["players"]["%d" % player.number]
        assert look_in(player) == (shown["face"], shown["colour"])


def test_who_wants_a_look_gets_it_in_the_room():
    assert look_in(services.join(a_table().room, "Zoe", look=(20, 3))) == (20, 3)


def test_a_new_look_is_noted_with_the_seat():
    table = a_table()
    table.act("bob", "change_look", {"face": 24, "colour": 12})
    assert look_in(table.player("bob")) == (24, 12)


def test_who_left_the_lobby_comes_back_with_their_look():
    table = a_table()
    before = look_in(table.player("bob"))
    table.act("bob", "leave")
    services.come_back(table.player("bob"))
    bob = table.state["players"]["2"]
    assert (bob["face"], bob["colour"]) == before


def test_a_session_is_offered_the_look_of_its_last_seat_also_when_the_room_is_gone():
    session, player = {}, services.open_room("Ann", look=FOX_IN_SKY)
    sessions.remember(session, player)
    assert offered(session=session) == FOX_IN_SKY
    Player.objects.all().delete()
    assert offered(session=session) == FOX_IN_SKY


def test_an_account_is_offered_its_look_on_every_device():
    ann = an_account()
    services.open_room("Ann", ann, look=FOX_IN_SKY)
    assert offered(ann) == FOX_IN_SKY


def test_an_account_remembers_a_change_in_a_room():
    ann = an_account()
    player = services.open_room("Ann", ann)
    services.play(player.room_id, [Move("1", "change_look", {"face": 5, "colour": 5}, "k1", None)])
    assert profiles.look_of(type(ann).objects.get(pk=ann.pk)) == (5, 5)


def test_what_is_taken_in_this_room_is_offered_in_another_colour():
    session = {sessions.LOOK: list(FOX_IN_SKY)}
    face, colour = offered(session=session, taken={"1": {"face": 1, "colour": 7}})
    assert face == 1 and colour != 7


@pytest.mark.parametrize("kept", [[], [1], [99, 1], ["1", "7"], [1, 7, 7]])
def test_a_session_that_keeps_nonsense_is_offered_some_look(kept):
    assert rules.is_look(*offered(session={sessions.LOOK: kept}))
