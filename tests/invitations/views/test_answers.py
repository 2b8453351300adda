# coding: utf-8
"""Guests who say no, change their minds, or answer to a night."""
from __future__ import unicode_literals

import datetime
import re

import pytest
from django.utils import timezone

from invitations.models import GameNight
from tests.game.pages import address, path_of, text_of
from tests.invitations.people import a_guest, a_host
from tests.invitations.visits import SATURDAY, a_night, again, link, look, mark, press, say, signed_in, told  # noqa: F401

pytestmark = pytest.mark.django_db


def test_a_no_is_thanked_for_and_can_be_taken_back(client, told):
    guest = a_guest(a_host())
    assert path_of(client.post(link("decline", guest))) == link("accept", guest)
    page = text_of(look(client, guest))
    assert "Thank you for telling" in page and "Changed your mind?" in page and again(
        guest).declined is not None
    client.post(link("decline", guest), {"undo": "1"})
    assert again(guest).declined is None and "Ann invites you" in text_of(look(client, guest))


def test_who_says_no_hears_of_the_last_letter(client, told):
    host = a_host()
    guest, other = a_guest(host), a_guest(host, "cat@example.org")
    mark(guest, in_calendar=a_night(host, guest).starts)
    pages = []
    for each in (guest, other):
        client.post(link("decline", each))
        pages.append("takes the date out of your calendar" in text_of(look(client, each)))
    assert pages == [True, False]


def test_after_a_no_the_seat_is_still_there(client, told):
    guest = a_guest(a_host())
    client.post(link("decline", guest))
    assert path_of(press(client, guest)) == address("room", guest.room.code) and again(guest).declined is None


def test_the_date_is_shown_and_answered(client, told):
    host = a_host()
    guest = a_guest(host)
    a_night(host, guest, starts=SATURDAY)
    assert "Saturday, November\xa028<br>8:00 PM" in text_of(look(client, guest))
    assert path_of(say(client, guest, "maybe")) == link("accept", guest)
    page = text_of(look(client, guest))
    assert "you may be there" in page and 'value="maybe" aria-pressed="true"' in page
    assert again(guest).answer == "maybe" and again(guest).declined is None


def test_an_answer_to_a_date_that_was_moved_meanwhile_is_asked_for_once_more(client, told):
    host = a_host()
    guest = a_guest(host)
    night = a_night(host, guest, starts=SATURDAY)
    old = re.search('name="night" value="([0-9]+)"', text_of(look(client, guest))).group(1)
    GameNight.objects.update(starts=SATURDAY + datetime.timedelta(days=7), moved_from=SATURDAY)
    response = client.post(link("answer", guest), {"answer": "yes", "night": old})
    page = text_of(response)
    assert response.status_code == 409 and again(guest).answer == "" and not told.updates
    assert "The date has changed" in page and "Saturday, December\xa05" in page
    new = re.search('name="night" value="([0-9]+)"', page).group(1)
    client.post(link("answer", guest), {"answer": "yes", "night": new})
    assert new != old and again(guest).answer == "yes" and night.pk == again(guest).night_id


@pytest.mark.parametrize("form, why", [({}, "from a page that was out of date"), ({"night": ""}, "The date has changed")])
def test_a_form_that_says_no_date_is_refused_and_what_was_meant_stays(client, told, form, why):
    guest = a_guest(a_host())
    a_night(a_host("Eve"), guest, plus_one=True)
    response = client.post(link("answer", guest), dict(form, answer="maybe", plus="1"))
    page = text_of(response)
    assert (response.status_code, again(guest).answer) == (409, "") and why in page and not told.updates
    assert 'class="quiet meant" name="answer" value="maybe" autofocus' in page and 'value="1" checked' in page


@pytest.mark.parametrize("fields", [{"cancelled": timezone.now()}, {"starts": timezone.now() - datetime.timedelta(hours=5)}])
def test_what_is_wrong_with_an_answer_stands_beside_the_answers(client, told, fields):
    host = a_host()
    guest = a_guest(host)
    night = a_night(host, guest)
    GameNight.objects.filter(pk=night.pk).update(**fields)
    page = text_of(say(client, guest, "maybe"))
    said = page.index("There is no such answer")
    assert page.index('class="sheet night"') < said < page.index("Your chair is ready")


def test_a_night_that_is_over_leaves_a_word(client, told):
    host = a_host()
    guest = a_guest(host)
    a_night(host, guest, starts=SATURDAY - datetime.timedelta(days=40000))
    assert "It was on " in text_of(look(client, guest))


@pytest.mark.parametrize("answer", ["perhaps", ""])
def test_a_strange_answer_is_refused_on_the_same_page(client, told, answer):
    host = a_host()
    guest = a_guest(host)
    a_night(host, guest)
    response = client.post(link("answer", guest), {"answer": answer})
    assert response.status_code == 400 and "Take my seat" in text_of(response) and again(guest).answer == ""


def test_who_sits_elsewhere_answers_for_nobody(told):
    host = a_host()
    guest = a_guest(host)
    a_night(host, guest)
    browser = signed_in(host.user)
    assert browser.post(link("answer", guest), {"answer": "yes"}).status_code == 409
    browser.post(link("decline", guest))
    assert again(guest).answer == "" and again(guest).declined is None and not told.updates


def test_a_night_that_is_over_or_called_off_is_not_asked_about(client, told):
    host = a_host()
    over, off = a_guest(host), a_guest(host, "cat@example.org")
    a_night(host, over, starts=timezone.now() - datetime.timedelta(hours=5))
    a_night(host, off, cancelled=timezone.now())
    assert not [guest for guest in (over, off) if "Game night" in text_of(look(client, guest))]


def test_the_page_says_where_in_whose_time_and_what_it_was_moved_from(client, told):
    host = a_host()
    guest = a_guest(host)
    a_night(host, guest, starts=SATURDAY, place="Long Street 12", title="Cake", note="Ring twice",
            moved_from=SATURDAY - datetime.timedelta(days=7))
    page = text_of(look(client, guest))
    for word in ("Where: Long Street 12", "Cake", "Ring twice", "the old one was Saturday, November 21 (8:00\xa0PM).",
                 'data-yours="2099-11-28T19:00:00+00:00" data-zone="Europe/Warsaw"', link("calendar", guest)):
        assert word in page


@pytest.mark.parametrize("language, words", [("fr", "Se connecter"), ("pl", "Zaloguj się"), ("de", "Anmelden"),
                                             ("es", "Iniciar sesión"), ("en", "Sign in")])
def test_all_of_the_page_speaks_the_guests_language(client, told, language, words):
    page = text_of(look(client, a_guest(a_host(), language=language)))
    assert words in page and ("Sign in" in page) == (language == "en")


def test_what_a_guest_is_asked_stands_before_the_words_of_the_host(client, told):
    host = a_host()
    guest = a_guest(host, note="Bring the good biscuits")
    a_night(host, guest, note="Ring twice")
    page = text_of(look(client, guest))
    places = [page.index(words) for words in ("<time", link("answer", guest), "Ring twice", "Bring the good biscuits")]
    assert places == sorted(places)


def test_there_is_one_set_of_answers(client, told):
    host = a_host()
    guest, undated = a_guest(host), a_guest(host, "cat@example.org")
    a_night(host, guest)
    pages = [text_of(look(client, each)) for each in (guest, undated)]
    assert [(link("decline", each) in page, link("answer", each) in page)
            for each, page in zip((guest, undated), pages)] == [(False, True), (True, False)]


def test_a_night_called_off_is_stated(client, told):
    host = a_host()
    guest = a_guest(host)
    a_night(host, guest, starts=SATURDAY, cancelled=timezone.now())
    assert "Ann has called off the game night of Saturday, November 28" in text_of(look(client, guest))


def test_a_guest_ticks_that_somebody_comes_along(client, told):
    host = a_host()
    guest = a_guest(host)
    a_night(host, guest, plus_one=True)
    assert "and I bring one more" in text_of(look(client, guest))
    say(client, guest, "yes", plus="1")
    assert again(guest).plus and "and bring one more" in text_of(look(client, guest))
