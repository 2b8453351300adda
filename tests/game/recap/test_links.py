"""Who makes and withdraws the link to a recap, and how long it is good."""
from __future__ import unicode_literals

import datetime

import pytest
from django.utils import timezone

from game import account_data
from game.models import Recap, Room
from game.recap import links
from game.rooms import cleanup
from tests.game.people import an_account, own
from tests.game.recap.nights import an_evening
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


def test_whoever_has_played_gets_one_link_for_all():
    table = an_evening()
    assert links.make(table.player("bob")).key == links.make(table.player("cat")).key


def test_keys_tell_nothing_of_the_room():
    recap = links.make(an_evening().player("bob"))
    assert len(recap.key) == 32 and recap.room.code not in recap.key


def test_there_is_none_of_a_game_that_runs():
    table = a_table()
    table.deal()
    table.play_round()
    with pytest.raises(links.NoRecapError):
        links.make(table.player("ann"))


def test_there_is_none_where_nothing_was_judged():
    table = a_table()
    table.deal()
    table.act("ann", "end_game")
    with pytest.raises(links.NoRecapError):
        links.make(table.player("ann"))


def test_a_game_before_the_one_that_runs_has_one():
    table = an_evening()
    table.act("ann", "rematch")
    table.deal()
    assert links.make(table.player("bob"), 1).game == 1


def test_who_has_not_played_makes_none():
    table = an_evening()
    table.sit_down("Dan")
    with pytest.raises(links.NoRecapError):
        links.make(table.player("dan"))


def test_the_host_makes_one_without_having_played():
    table = an_evening()
    table.sit_down("Dan")
    table.act("ann", "make_host", {"player": table.number("dan")})
    assert links.make(table.player("dan")).game == 1


def test_who_was_removed_makes_none():
    table = an_evening()
    table.act("ann", "kick", {"player": table.number("bob")})
    with pytest.raises(links.NoRecapError):
        links.make(table.player("bob"))


def test_a_link_expires():
    recap = links.make(an_evening().player("bob"))
    Recap.objects.update(expires=timezone.now())
    assert links.find(recap.key) is None


def test_after_it_has_expired_a_new_one_is_made():
    table = an_evening()
    old = links.make(table.player("bob"))
    Recap.objects.update(expires=timezone.now())
    assert links.find(links.make(table.player("bob")).key) and links.find(old.key) is None


def test_expired_links_are_forgotten():
    links.make(an_evening().player("bob"))
    Recap.objects.update(expires=timezone.now())
    links.clear_old()
    assert not Recap.objects.exists()


@pytest.mark.parametrize("who, allowed", [("ann", True), ("bob", True), ("cat", False)])
def test_who_made_it_and_the_host_withdraw_it(who, allowed):
    table = an_evening()
    recap = links.make(table.player("bob"))
    assert links.withdraw(table.player(who), recap) is allowed
    assert (links.find(recap.key) is None) is allowed


def test_hosts_of_other_rooms_withdraw_nothing():
    table, other = an_evening(), a_table("Ann", "Bob", "Cat", name="Cake")
    recap = links.make(table.player("bob"))
    assert not links.withdraw(other.player("ann"), recap)


def test_a_room_stays_as_long_as_its_link():
    table = an_evening()
    table.room.results.update(counted=True)
    table.room.games.update(begin_counted=True, end_counted=True)
    links.make(table.player("bob"))
    Room.objects.update(used=timezone.now() - datetime.timedelta(days=400))
    cleanup.clear_rooms()
    assert Room.objects.count() == 1


def test_the_end_of_an_account_ends_its_links():
    table, user = an_evening(), an_account("bob")
    own(table, "bob", user)
    links.make(table.player("bob"))
    account_data.forget(user)
    assert not Recap.objects.exists()


def test_the_download_tells_of_links_without_their_keys():
    table, user = an_evening(), an_account("bob")
    own(table, "bob", user)
    recap = links.make(table.player("bob"))
    told, = account_data.export(user)["recaps"]
    assert told["game"] == 1 and recap.key not in "%s" % told
