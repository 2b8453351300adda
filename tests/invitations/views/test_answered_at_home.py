"""A browser that has answered by links shows these nights at home, though it has no seat in their rooms."""
from __future__ import unicode_literals

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from common.compat import reverse
from invitations import account_data, remembered
from invitations.hosting.night_card import mark_of
from tests.game.pages import path_of, text_of
from tests.invitations.people import a_guest, a_host
from tests.invitations.visits import a_night, again, link, look, mark, press, say, told  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]


@pytest.fixture
def two():
    """Invitations to nights of two hosts."""
    guests = []
    for name in ("Ann", "Eve"):
        host = a_host(name)
        guests.append(a_guest(host))
        a_night(host, guests[-1], title="Cake with %s" % name)
    return [again(guest) for guest in guests]


def at_home(guest):
    return reverse("invitations:answer_at_home", args=[guest.room.code])


def test_home_begins_with_the_nights_that_were_answered(client, two):
    for guest in two:
        say(client, guest, "yes")
    page = text_of(client.get("/"))
    for words in ("Ann invites you", "Eve invites you", "Cake with Ann", "Cake with Eve", 'value="yes" aria-pressed="true"'):
        assert words in page
    assert page.index("Cake with Eve") < page.index("The party starts with")


def test_who_only_looked_is_shown_nothing(client, two):
    look(client, two[0])
    assert "Cake with" not in text_of(client.get("/")) and not client.session.keys()


def test_home_holds_no_key_and_does_not_tell_who_comes(client, two):
    say(client, two[0], "yes")
    other = a_guest(a_host("Cat")._replace(room=two[0].room), "cat@example.org", name="Cat", answer="yes", night=two[0].night)
    page = text_of(client.get("/"))
    assert two[0].key not in page and other.name not in page and 'data-testid="tally"' not in page


def test_the_entry_leads_to_the_link(client, two):
    say(client, two[0], "yes")
    page = reverse("invitations:invited", args=[two[0].room.code])
    assert page in text_of(client.get("/")) and path_of(client.get(page)) == link("accept", two[0])


def test_it_is_answered_there(client, two):
    say(client, two[0], "yes")
    assert path_of(client.post(at_home(two[0]), {"answer": "no", "starts": mark_of(two[0].night)})) == "/"
    assert again(two[0]).answer == "no" and 'value="no" aria-pressed="true"' in text_of(client.get("/"))


def test_no_other_browser_sees_or_answers_it(client, two):
    say(client, two[0], "yes")
    stranger = Client()
    assert "Cake with" not in text_of(stranger.get("/"))
    assert stranger.post(at_home(two[0]), {"answer": "no", "starts": mark_of(two[0].night)}).status_code == 404


@pytest.mark.parametrize("change", [{"revoked": timezone.now()}, {"sender": None}, {"declined": timezone.now()},
                                    {"expires": timezone.now()}])
def test_an_invitation_that_is_over_is_shown_no_more(client, two, change):
    say(client, two[0], "yes")
    mark(two[0], **change)
    assert "Cake with" not in text_of(client.get("/"))


def test_a_night_that_is_called_off_is_shown_no_more(client, two):
    say(client, two[0], "yes")
    two[0].night.__class__.objects.update(cancelled=timezone.now())
    assert "Cake with" not in text_of(client.get("/"))


def test_with_a_seat_it_stands_there_once(client, two):
    say(client, two[0], "yes")
    press(client, two[0])
    assert text_of(client.get("/")).count("Cake with Ann") == 1


def test_cleaning_keeps_the_session_while_the_link_is_good(two):
    kept, over = ({}, {})
    remembered.remember(kept, two[0])
    remembered.remember(over, mark(two[1], expires=timezone.now() - datetime.timedelta(days=1)))
    assert account_data.useful({"kept": kept, "over": over, "empty": {}}) == {"kept"}


def test_a_browser_remembers_the_latest(two):
    session = {}
    for pk in range(30):
        two[0].pk = pk
        remembered.remember(session, two[0])
    remembered.remember(session, two[0])
    assert remembered.ids(session) == list(range(10, 30))
