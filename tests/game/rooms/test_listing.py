"""The list of open rooms: what is in it, and what it tells."""
from __future__ import unicode_literals

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from decks.models import Deck
from game.models import Room, RoomReport
from game.rooms import listing
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


def an_open_table(*names, **deck):
    table = a_table(*names, **deck)
    Room.objects.filter(pk=table.pk).update(listed=True)
    listing.forget()
    return table


def seen(**wishes):
    listing.forget()
    return [room.code for room in listing.open_rooms(**wishes)]


def test_rooms_are_in_it_when_their_host_wants_so():
    table = a_table()
    assert seen() == []
    assert listing.show(table.room, True) and seen() == [table.room.code]
    assert not listing.show(table.room, False) and seen() == []


def test_it_tells_the_host_and_how_many_are_here():
    an_open_table("Ann", "Bob", "Cat")
    room, = listing.open_rooms()
    assert (room.host, room.here, room.phase, room.decks) == ("Ann", 3, "lobby", ["Tea"])


def test_it_tells_no_guests_name():
    an_open_table("Ann", "Bob", "Cat")
    assert "Bob" not in "%s" % (listing.open_rooms(),)


def test_a_room_with_a_password_is_never_in_it():
    an_open_table()
    Room.objects.update(password="x")
    assert seen() == []
    Room.objects.update(listed=False)
    assert not listing.show(Room.objects.get(), True)


def test_a_locked_room_is_not_in_it_until_it_is_unlocked():
    table = an_open_table()
    table.act("ann", "change_settings", {"settings": {"door": "locked"}})
    assert seen() == [] and listing.why_not(Room.objects.get()) == listing.LOCKED
    Room.objects.update(listed=False)
    assert not listing.show(Room.objects.get(), True)
    table.act("ann", "change_settings", {"settings": {"door": "open"}})
    assert listing.show(Room.objects.get(), True) and seen() == [table.room.code]


def test_a_room_where_nobody_is_leaves_it():
    table = an_open_table()
    for who in ("ann", "bob", "cat"):
        table.act(who, "leave")
    assert seen() == []


def test_a_full_room_leaves_it(settings):
    settings.SEATS_PER_ROOM = 3
    an_open_table("Ann", "Bob", "Cat")
    assert seen() == []


def test_a_room_whose_game_has_ended_leaves_it_until_the_next_one():
    table = an_open_table()
    table.deal()
    assert seen() == [table.room.code]
    table.act("ann", "end_game")
    assert seen() == []
    table.act("ann", "rematch")
    assert seen() == [table.room.code]


def test_a_room_that_nobody_has_used_for_long_leaves_it():
    an_open_table()
    Room.objects.update(used=timezone.now() - 2 * listing.LATELY)
    assert seen() == []


def test_a_room_that_newer_code_has_stored_is_not_in_it():
    an_open_table().store_as_newer_code_would()
    assert seen() == []


def test_decks_that_are_not_for_everybody_are_counted_and_not_named():
    table = an_open_table(listed=False)
    room, = listing.open_rooms()
    assert (room.decks, room.more) == ([], 1) and table.deck.name not in "%s" % (room,)


@pytest.mark.parametrize("wanted, found", [("family", False), ("teen", True), ("adult", True), ("", True)])
def test_gentler_rooms_are_for_everybody_above(wanted, found):
    an_open_table(rating="teen")
    assert bool(seen(rating=wanted)) is found


def test_a_room_is_as_its_coarsest_deck():
    an_open_table(rating="family")
    Deck.objects.update(rating="adult")
    assert seen(rating="teen") == []


def test_rooms_are_found_by_the_language_of_their_decks():
    table = an_open_table(language="de")
    assert seen(language="de") == [table.room.code] and seen(language="fr") == []
    assert listing.languages() == [("de", "Deutsch")]


def test_more_rooms_cost_no_more_queries():
    counts = []
    for name in ("Tea", "Cake", "Milk"):
        an_open_table(name=name)
        with CaptureQueriesContext(connection) as captured:
            listing.open_rooms()
        counts.append(len(captured))
    assert len(set(counts)) == 1


def test_a_look_right_after_another_costs_none():
    an_open_table()
    listing.open_rooms()
    with CaptureQueriesContext(connection) as captured:
        listing.open_rooms()
    assert len(captured) == 0


def test_an_administrator_takes_a_room_off_for_good():
    table = an_open_table()
    listing.report(table.room, "name")
    listing.bar(Room.objects.all())
    assert seen() == [] and not RoomReport.objects.filter(resolved=None).exists()
    assert not listing.show(table.room, True)


def test_a_report_keeps_what_the_list_showed():
    table = an_open_table()
    assert listing.report(table.room, "name") and listing.report(table.room, "name")
    assert RoomReport.objects.get().said == "Ann, Tea"


def test_only_rooms_of_the_list_are_reported():
    assert not listing.report(a_table().room, "name") and not RoomReport.objects.exists()
