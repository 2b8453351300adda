"""Guests who are invited at two addresses: they say so by a press, count once, and are asked once."""
from __future__ import unicode_literals

import datetime

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.utils import timezone

from game.rooms import services as rooms
from invitations.hosting import night_card, nights, services
from invitations.models import NightLetter
from tests.game.pages import path_of, sit, text_of
from tests.game.table import unpublished
from tests.invitations.people import a_guest, a_host, a_user
from tests.invitations.visits import a_night, again, link, look, mark, press, say, signed_in, told  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]
OFFER = 'data-testid="both-mine"'


@pytest.fixture
def host():
    return a_host("Ann")


@pytest.fixture
def pair(host):
    """Bob's two invitations to a night, both sent yesterday."""
    work, home = both_sent(host)
    night = a_night(host, work)
    return again(work), mark(home, night=night)


def both_mine(client, guest):
    return client.post(link("join", guest))


def both_sent(host):
    sent = timezone.now() - datetime.timedelta(days=1)
    return [a_guest(host, "bob@%s.example" % place, sent=sent, due=None) for place in ("work", "home")]


def in_two_days(host):
    return nights.set_night(host.room, host.user, timezone.now() + datetime.timedelta(days=2), "Europe/Warsaw")


def test_the_second_link_is_theirs_by_a_press_and_leads_to_the_seat(client, host, pair):
    press(client, pair[0])
    assert OFFER in text_of(look(client, pair[1])) and again(pair[1]).player is None
    assert path_of(both_mine(client, pair[1])) == link("accept", pair[1])
    assert path_of(look(client, pair[1])) == host.room.get_absolute_url() + "#night"
    assert again(pair[1]).player == again(pair[0]).player and host.room.players.count() == 2


def test_an_answer_by_either_link_counts_once_for_the_person(client, host, pair):
    say(client, pair[0], "yes")
    assert OFFER in text_of(look(client, pair[1]))
    both_mine(client, pair[1])
    assert [again(one).answer for one in pair] == ["yes", "yes"]
    say(client, pair[1], "maybe")
    said = night_card.document(nights.current(host.room))
    assert (said["answers"], said["open"], again(pair[0]).answer) == ({"maybe": 1}, 0, "maybe")


def test_the_answer_counts_where_only_the_second_address_is_asked_to_the_new_date(client, host, pair):
    say(client, pair[0], "yes")
    both_mine(client, pair[1])
    mark(pair[0], failed=timezone.now())
    nights.cancel(again(pair[0]).night)
    in_two_days(host)
    say(client, pair[1], "yes")
    assert night_card.document(nights.current(host.room))["answers"] == {"yes": 1}


def test_a_new_date_asks_one_guest_for_one_answer(client, host, pair):
    say(client, pair[0], "yes")
    both_mine(client, pair[1])
    assert nights.plan(host.room, timezone.now() + datetime.timedelta(days=2)).answers == 1


def test_who_declines_by_the_second_link_declines(client, host):
    pair = [a_guest(host, "bob@%s.example" % place) for place in ("work", "home")]
    client.post(link("decline", pair[0]))
    both_mine(client, pair[1])
    assert again(pair[1]).declined
    client.post(link("decline", pair[1]), {"undo": "1"})
    assert [again(one).declined for one in pair] == [None, None]


def test_taking_the_seat_by_one_link_takes_it_for_both(client, host, pair):
    say(client, pair[0], "yes")
    both_mine(client, pair[1])
    press(client, pair[1])
    assert again(pair[0]).player is not None and again(pair[0]).player == again(pair[1]).player


def test_a_third_link_that_was_one_with_the_second_leads_to_the_seat(client, host, pair):
    third, elsewhere = a_guest(host, "bob@third.example", night=pair[0].night), Client()
    say(elsewhere, pair[1], "yes")
    both_mine(elsewhere, third)
    press(client, pair[0])
    both_mine(client, pair[1])
    assert again(third).player is not None and again(third).player == again(pair[0]).player


def test_who_came_by_the_room_s_code_makes_the_link_theirs(client, host, pair):
    with unpublished():
        sit(client, rooms.join(host.room, "Bob"))
    both_mine(client, pair[0])
    both_mine(client, pair[1])
    assert [again(one).player.name for one in pair] == ["Bob", "Bob"]
    assert night_card.document(nights.current(host.room))["open"] == 1


def test_an_account_is_known_by_its_confirmed_addresses(pair):
    bob = a_user("Bob")
    EmailAddress.objects.create(user=bob, email=pair[0].email, verified=True)
    say(Client(), pair[0], "yes")
    assert OFFER in text_of(look(signed_in(bob), pair[1]))


def test_a_stranger_with_the_second_link_learns_nothing_of_the_first(client, pair):
    say(Client(), pair[0], "yes")
    before = text_of(look(Client(), pair[1]))
    assert OFFER not in before and 'aria-pressed="true"' not in before
    both_mine(client, pair[1])
    assert again(pair[1]).same_as is None and again(pair[1]).answer == ""


@pytest.mark.parametrize("change", [{"revoked": timezone.now()}, {"expires": timezone.now()}])
def test_a_link_that_is_good_no_more_is_nobodys(client, pair, change):
    press(client, pair[0])
    mark(pair[1], **change)
    assert OFFER not in text_of(look(client, pair[1])) and both_mine(client, pair[1]).status_code in (302, 410)
    assert again(pair[1]).player is None and again(pair[1]).same_as is None


def test_a_host_who_looks_at_a_link_does_not_become_the_guest(host, pair):
    browser = signed_in(host.user)
    assert OFFER not in text_of(look(browser, pair[0]))
    both_mine(browser, pair[0])
    assert again(pair[0]).player is None


def test_a_seat_of_somebody_else_is_never_taken(client, pair):
    press(Client(), pair[1], "Cat")
    press(client, pair[0])
    assert OFFER not in text_of(look(client, pair[1]))
    both_mine(client, pair[1])
    assert again(pair[1]).player.name == "Cat"


def test_when_the_first_address_is_taken_back_the_second_counts(client, host, pair, queued):
    say(client, pair[0], "yes")
    both_mine(client, pair[1])
    services.revoke(host.user, pair[0].pk)
    said = night_card.document(nights.current(host.room))
    assert said["answers"] == {"yes": 1} and again(pair[1]).same_as is None


def test_the_host_reads_whose_address_it_is_and_the_guest_is_told_so(client, host, pair, told):
    say(client, pair[0], "yes")
    assert "Ann hears of it" in text_of(look(client, pair[1]))
    both_mine(client, pair[1])
    assert {one["same_as"] for one in told.news if one["id"] == pair[1].pk} == {pair[0].pk}
    assert NightLetter.objects.count() == 0
