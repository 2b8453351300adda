"""What guests can do with an invitation, and who is told of it."""
from __future__ import unicode_literals

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from accounts import profiles
from game import rules
from game.models import Player, Room
from game.moves import batches
from game.rooms import services
from game.seats import sessions
from invitations import guests
from invitations.models import Invitation
from tests.game.table import a_table
from tests.invitations.people import Host, a_guest, a_host, a_user
from tests.invitations.visits import a_night, act, again, mark, told  # noqa: F401

pytestmark = pytest.mark.django_db
NOBODY = AnonymousUser()


def sit_down(guest, name="Bob", user=NOBODY, session=None):
    return guests.sit_down(guest, name, user, {} if session is None else session)


def standing(guest, user=NOBODY, session=None):
    return guests.visit(again(guest), user, {} if session is None else session).standing


def come_back(guest, user=NOBODY, session=None):
    session = {} if session is None else session
    guests.continue_here(guests.visit(again(guest), user, session), user, session)


def test_a_guest_sits_down_and_everybody_is_told(told):
    guest, session = a_guest(a_host()), {}
    player = sit_down(guest, session=session)
    row = again(guest)
    assert (row.player, player.name, player.number, row.accepted is not None) == (player, "Bob", 2, True)
    assert sessions.seat_of(guest.room, None, session) == player
    assert told.log == [{"type": "joined", "player": "2"}]
    assert [(one["status"], one["player"]) for one in told.news] == [("joined", "Bob")]


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


def test_who_sits_there_already_is_elsewhere(told):
    host = a_host()
    guest, session = a_guest(host), {}
    assert standing(guest, user=host.user) == guests.ELSEWHERE
    sessions.remember(session, services.join(host.room, "Cat"))
    assert standing(guest, session=session) == guests.ELSEWHERE


def test_an_expired_link_still_brings_a_seat_along(told):
    guest = a_guest(a_host())
    sit_down(guest)
    mark(guest, expires=timezone.now() - datetime.timedelta(days=1))
    assert standing(guest) == guests.AWAY


@pytest.mark.parametrize("seated", [False, True])
def test_a_revoked_link_opens_nothing(told, seated):
    guest = a_guest(a_host())
    if seated:
        sit_down(guest)
    mark(guest, revoked=timezone.now())
    assert standing(guest) == guests.REVOKED


def test_who_sits_by_a_revoked_link_stays_on_their_device(told):
    guest, phone = a_guest(a_host()), {}
    sit_down(guest, session=phone)
    mark(guest, revoked=timezone.now())
    assert [standing(guest, session=phone), standing(guest)] == [guests.HERE, guests.REVOKED]


def test_the_kicked_are_kept_out_by_seat_and_by_device(told):
    host = a_host()
    guest, other, session = a_guest(host), a_guest(host, "bobby@example.org"), {}
    sit_down(guest, session=session)
    act(host.player, "kick", player="2")
    assert [standing(guest), standing(other, session=session),
            standing(other)] == ["kicked", "kicked", "free"]


def test_a_room_that_was_cleared_away_is_over(told):
    guest = a_guest(a_host())
    Room.objects.all().delete()
    assert standing(guest) == guests.OVER


def test_opening_is_told_once(told):
    guest = a_guest(a_host())
    guests.open_letter(guest)
    opened = again(guest).opened
    guests.open_letter(guest)
    assert again(guest).opened == opened and told.words == ["opened"]


def test_a_no_can_be_taken_back(told):
    guest = a_guest(a_host())
    guests.decline(guest)
    guests.decline(guest)
    assert again(guest).declined is not None
    guests.think_again(guest)
    assert again(guest).declined is None and told.words == ["declined", "queued"]


def test_sitting_down_takes_a_no_back(told):
    guest = a_guest(a_host())
    guests.decline(guest)
    sit_down(guest)
    assert again(guest).declined is None and told.words == ["declined", "joined"]


def test_who_has_a_seat_declines_no_more(told):
    guest = a_guest(a_host())
    sit_down(guest)
    guests.decline(guest)
    assert again(guest).declined is None and told.words == ["joined"]


@pytest.mark.parametrize("word, declined", [("yes", False), ("maybe", False), ("no", True)])
def test_an_answer_to_a_night_is_kept_and_a_yes_takes_a_no_back(told, word, declined):
    host = a_host()
    guest = mark(a_guest(host), declined=timezone.now())
    a_night(host, guest)
    guests.answer(again(guest), word)
    assert again(guest).answer == word and (again(guest).declined is not None) == declined
    assert [one["answer"] for one in told.news] == [word]


@pytest.mark.parametrize("word, night", [("perhaps", {}), ("", {}), (None, {}), ("yes", None),
                                         ("yes", {"starts": timezone.now() - datetime.timedelta(hours=4)}),
                                         ("yes", {"cancelled": timezone.now()})])
def test_what_is_no_answer_changes_nothing(told, word, night):
    host = a_host()
    guest = a_guest(host)
    if night is not None:
        a_night(host, guest, **night)
    with pytest.raises(guests.NoSuchAnswerError):
        guests.answer(again(guest), word)
    assert again(guest).answer == "" and not told.updates


@pytest.mark.parametrize("name, nickname", [
    ("Bob", "Bob"), (" Bob  Smith ", "Bob Smith"), ("Bob Featherstonehaugh-Cholmondeley", "Bob"),
    ("x" * 30, "x" * 24),
    ("\u202eBob", ""), ("", "")])
def test_what_the_host_calls_them_becomes_a_nickname(name, nickname):
    assert guests.nickname(Invitation(name=name), NOBODY) == nickname


def test_an_account_comes_under_its_own_nickname():
    bob = a_user("Bob")
    profiles.change(bob, "Bobby", "")
    assert guests.nickname(Invitation(name="Mr Robert"), bob) == "Bobby"


def test_a_room_that_is_full_for_strangers_has_a_seat_for_its_guests(told, settings):
    settings.SEATS_PER_ROOM = 1
    guest = a_guest(a_host())
    assert sit_down(guest).number == 2


def test_a_guest_who_left_comes_back_to_a_room_that_is_full_for_strangers(told, settings):
    guest = a_guest(a_host())
    player = sit_down(guest)
    services.play(guest.room_id, [batches.Move("2", "leave", {}, "", None)])
    settings.SEATS_PER_ROOM = 1
    come_back(guest)
    assert batches.load(guest.room_id).state["players"]["%d" % player.number]["presence"] != "left"
