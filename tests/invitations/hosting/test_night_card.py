# coding: utf-8
"""A night as everybody with a seat sees it: on the room's page, at home, in calendars; strangers see none."""
from __future__ import unicode_literals

import datetime

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar
from six.moves.urllib.parse import parse_qs, urlsplit

from common.compat import get_zone, json_loads, reverse
from common.web import sites
from invitations.hosting import night_card, nights, services
from invitations.mail import add_to_calendar
from tests.game.pages import text_of
from tests.invitations.people import a_guest
from tests.invitations.visits import a_night, link, told  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db
SAID = {"title": "Cards & cake", "place": "Ann's kitchen, Żabia 7", "note": "Bring tea"}


@pytest.fixture
def guest(host):
    sites.set_domain("cards.example.org")
    return a_guest(host)


@pytest.fixture
def night(host, guest):
    night = a_night(host, guest, starts=datetime.datetime(2099, 1, 1, 19, tzinfo=get_zone("UTC")), **SAID)
    night.uid = "abc@cards.example.org"
    night.save()
    return night


def take_a_seat(client, host):
    client.post(reverse("game:take_seat", args=[host.room.code]), {"name": "Cat"})


def ask(browser, host, name):
    return browser.get(reverse("invitations:" + name, args=[host.room.code]))


def test_the_document_says_when_where_and_who(host, night):
    night.invitations.update(answer="yes")
    a_guest(host, "cat@example.org", night=night, answer="maybe")
    shown = night_card.document(night)
    calendar = shown.pop("calendar")
    said = [(one.pop("id"), one) for one in shown["people"]]
    people = [{"seat": "", "name": "", "answer": word, "plus": False} for word in ("yes", "maybe")]
    assert shown == dict(SAID, starts=4070977200000, moved_from=None, zone="Europe/Warsaw", hours=3, plus_one=False,
                         answers={"yes": 1, "maybe": 1}, plus=0, open=0, people=people, guests=[])
    assert [pk for pk, _ in said] == sorted(night.invitations.values_list("pk", flat=True))
    assert sorted(calendar) == ["google", "ics", "outlook"]


def test_whoever_has_a_seat_sees_it_and_strangers_do_not(client, host, night):
    assert [ask(client, host, name).status_code for name in ("night_shown", "night_calendar")] == [404, 404]
    client.post(reverse("game:watch", args=[host.room.code]))
    assert ask(client, host, "night_shown").status_code == 404
    take_a_seat(client, host)
    assert json_loads(ask(client, host, "night_shown").content)["night"]["place"] == SAID["place"]
    assert b"SUMMARY:Cards & cake" in ask(client, host, "night_calendar").content


def test_without_a_night_there_is_nothing_to_keep(client, host):
    take_a_seat(client, host)
    assert json_loads(ask(client, host, "night_shown").content) == {"night": None}
    assert ask(client, host, "night_calendar").status_code == 404


def test_links_to_calendars_carry_the_date_and_no_key(night, guest):
    links = add_to_calendar.links(night)
    google = parse_qs(str(urlsplit(links["google"]).query))
    outlook = parse_qs(str(urlsplit(links["outlook"]).query))
    room = "http://cards.example.org/rooms/%s/" % night.room.code
    assert google["dates"] == ["20990101T190000Z/20990101T220000Z"] and google["text"] == ["Cards & cake"]
    assert outlook["startdt"] == ["2099-01-01T19:00:00Z"] and outlook["enddt"] == ["2099-01-01T22:00:00Z"]
    assert room in google["details"][0] and room in outlook["body"][0]
    assert guest.key not in "%s" % links


def test_the_file_is_the_event_of_the_letters_without_the_guests_key(night, guest):
    content = Client().get(link("calendar", guest)).content
    event = Calendar.from_ical(content).walk("VEVENT")[0]
    assert ("%s" % event["UID"], "%s" % event["LOCATION"]) == (night.uid, SAID["place"])
    assert guest.key.encode("ascii") not in content and b"METHOD:PUBLISH" in content


def test_a_night_without_a_title_is_called_as_in_its_letters(host, guest):
    night = a_night(host, guest)
    assert add_to_calendar.title_of(night) == "Cards with Ann"
    assert b"SUMMARY:Cards with Ann" in Client().get(link("calendar", guest)).content


def test_a_night_without_a_place_is_in_the_room(host, guest):
    assert add_to_calendar.place_of(a_night(host, guest)).endswith("/rooms/%s/" % host.room.code)


def test_whoever_declines_or_is_taken_back_leaves_the_tally(host, night):
    stamp = timezone.now()
    night.invitations.update(answer="yes", declined=stamp)
    a_guest(host, "cat@example.org", night=night, answer="yes", plus=True, name="Cat Miller")
    a_guest(host, "dan@example.org", night=night, answer="maybe", revoked=stamp)
    a_guest(host, "eve@example.org", night=night)
    shown = night_card.document(night)
    assert (shown["answers"], shown["plus"], shown["open"]) == ({"yes": 1}, 1, 1)
    assert night_card.of_seats([host.player])[host.room.pk]["faces"] == ["CM"]


def test_nobodys_address_is_shown_to_the_table(host, night):
    night.invitations.update(answer="yes", name="")
    assert "example.org" not in "%s" % night_card.document(night)["people"]


def test_home_names_the_date_to_those_who_sit_there(client, host, night):
    assert "Thursday" not in text_of(client.get("/"))
    take_a_seat(client, host)
    page = text_of(client.get("/"))
    assert "Thursday, January 1, 8:00\xa0PM" in page and "Europe/Warsaw time" in page and "Żabia 7" in page
    assert 'data-yours="2099-01-01T19:00:00+00:00" data-zone="Europe/Warsaw"' in page


def test_the_screens_hear_of_whoever_is_invited_to_it_and_taken_back(host, night, told, queued):
    invited = services.invite(host.player, host.user, "cat@example.org").invited
    services.revoke(host.user, invited[0].pk)
    heard = [json_loads(update.private["1"]) for update in told.updates]
    assert [one["night"]["open"] for one in heard if one["type"] == "night"] == [2, 1]


def test_the_screens_of_all_who_sit_hear_of_it(host, told, queued):
    starts = timezone.now() + datetime.timedelta(days=3)
    night, _ = nights.set_night(host.room, host.user, starts, "UTC", said={"place": "Kitchen"})
    nights.cancel(night)
    heard = [json_loads(update.private["1"]) for update in told.updates]
    assert [one["type"] for one in heard] == ["night", "night"]
    assert [one["night"] and one["night"]["place"] for one in heard] == ["Kitchen", None]
