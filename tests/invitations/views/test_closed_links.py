"""Links of invitations that let nobody in, guesses, forgeries, and what pages behind a link keep secret."""
from __future__ import unicode_literals

import time

import mock
import pytest
from django.test import Client
from django.utils import timezone
from six.moves.urllib.parse import quote

from game.models import Room
from game.moves import batches
from game.rooms import services
from invitations.mail import unsubscribe
from tests.game.pages import text_of
from tests.invitations.people import a_guest, a_host
from tests.invitations.visits import again, everything, link, look, mark, press, told  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture
def standing_clock(monkeypatch):
    """No window of a rate limit ends in the middle of a test."""
    now = time.time()
    monkeypatch.setattr("time.time", lambda: now)


@pytest.fixture
def strict():
    """A browser whose forms need their token."""
    return Client(enforce_csrf_checks=True)


def unknown(guest):
    guest.key = guest.key[::-1]


def cleared_away(guest):
    Room.objects.all().delete()


def revoked(guest):
    mark(guest, revoked=timezone.now())


def expired(guest):
    mark(guest, expires=timezone.now())


def kicked(guest):
    press(Client(), guest)
    services.play(guest.room_id, [batches.Move("1", "kick", {"player": "2"}, "", None)])


@pytest.mark.parametrize("rest", ["accept/%s/" % ("a" * 32), "accept/abc/", "accept/%s/)" % ("a" * 32),
                                  "stop/abc/", "stop/abc)"])
def test_a_link_that_nobody_knows_is_told_of_in_the_browser_s_language(rest):
    page = text_of(Client(HTTP_ACCEPT_LANGUAGE="de").get("/invites/" + rest))
    assert 'lang="de"' in page and "unterwegs" in page.lower()


@pytest.mark.parametrize("close, status, words", [
    (unknown, 404, "copy all of it"), (revoked, 410, "was taken back"),
    (expired, 410, "Ask Ann for a new one"),
    (cleared_away, 410, "open a room yourself"), (kicked, 403, "there are other tables")])
def test_a_closed_link_says_why_and_where_to_go(client, told, close, status, words):
    guest = a_guest(a_host())
    close(guest)
    before = everything()
    answers = [look(client, guest)] + [client.post(link(name, guest), {"name": "Bob", "answer": "yes"})
                                       for name in ("accept", "decline", "answer", "watch")]
    assert {answer.status_code for answer in answers} == {status}
    assert all(words in text_of(answer) and 'href="/"' in text_of(answer) for answer in answers)
    assert everything() == before and not client.session.keys()


@pytest.mark.parametrize("close", [unknown, revoked])
def test_a_link_that_never_was_or_was_taken_back_names_nobody(client, told, close):
    guest = a_guest(a_host("Annabella"))
    close(guest)
    page = text_of(look(client, guest))
    assert not [word for word in ("Annabella", guest.room.code, guest.email) if word in page]


@pytest.mark.parametrize("spoil", ["%s/)", "%s)", "%s>", "%s.", "%s/.", "%s,/", "%s\n", "%s=20"])
def test_what_a_mail_program_adds_to_a_link_is_left_away(client, told, spoil):
    guest = a_guest(a_host("Annabella"))
    page = client.get("/invites/accept/" + quote(spoil % guest.key))
    assert page.status_code == 400 and 'href="%s"' % link("accept", guest) in text_of(page)
    assert "Annabella" not in text_of(page) and again(guest).opened is None


@pytest.mark.parametrize("page", ["accept", "decline", "answer", "watch"])
def test_a_link_that_was_cut_says_so(client, told, page):
    guest = a_guest(a_host())
    answers = [client.get("/invites/%s/%s" % (page, rest)) for rest in ("", guest.key[:20], guest.key[:31] + "/", guest.key + "x")]
    assert [answer.status_code for answer in answers] == [400] * 4
    assert all("copy all of it" in text_of(answer) for answer in answers)


def test_a_link_without_its_last_slash_is_whole(client, told):
    guest = a_guest(a_host())
    assert client.get(link("accept", guest)[:-1]).status_code == 302
    assert client.get(link("accept", guest)[:-1], follow=True).status_code == 200


def test_a_link_to_stop_letters_breaks_as_kindly(client):
    token = unsubscribe.token_for("bob@example.org")
    assert "not whole" in text_of(client.get("/invites/stop/" + token[:20], follow=True))
    for rest in (token + ")/", token + "/>"):
        assert "Something was added" in text_of(client.get("/invites/stop/" + quote(rest), follow=True))
    assert "No more letters" in text_of(client.get("/invites/stop/" + token, follow=True))


@pytest.mark.parametrize("rest", ["{start}=\n{end}/", "{start}\r\n {end}", "/{start}{end}/"])
def test_a_link_that_a_mail_program_broke_in_two_is_whole(client, told, rest):
    guest = a_guest(a_host())
    path = "/invites/accept/" + quote(rest.format(start=guest.key[:20], end=guest.key[20:]))
    assert client.get(path)["Location"].endswith(link("accept", guest))


def test_a_link_that_stands_there_twice_leads_to_the_first_one(client, told):
    whole = link("accept", a_guest(a_host()))
    page = client.get(whole.rstrip("/") + "https://cards.example" + whole)
    assert page.status_code == 400 and 'href="%s"' % whole in text_of(page)


def test_broken_links_count_as_guesses(client, told, standing_clock):
    guest = a_guest(a_host())
    assert [client.get("/invites/accept/%s)" % guest.key).status_code for _ in range(22)] == [400] * 20 + [429] * 2


def test_guessing_links_is_stopped(client, told, standing_clock):
    guest = a_guest(a_host())
    guesses = [look(client, mock.Mock(key="%032d" % number)).status_code for number in range(22)]
    assert guesses == [404] * 20 + [429] * 2
    assert look(client, guest).status_code == 200


@pytest.mark.parametrize("name", ["decline", "answer", "watch"])
def test_what_changes_something_takes_no_get(client, told, name):
    assert client.get(link(name, a_guest(a_host()))).status_code == 405


@pytest.mark.parametrize("name", ["accept", "decline", "answer", "watch"])
def test_without_a_token_nothing_is_posted(strict, told, name):
    guest = a_guest(a_host())
    before = everything()
    assert strict.post(link(name, guest), {"name": "Bob", "answer": "yes"}).status_code == 403
    assert everything() == before


def test_no_cache_keeps_the_link_s_pages_and_no_referer_tells_them(client, told):
    guest = a_guest(a_host())
    answers = look(client, guest), press(client,
                                         guest), look(client, guest), look(client, mock.Mock(key=32 * "x"))
    for response in answers:
        assert "no-store" in response["Cache-Control"] and response["Referrer-Policy"] == "strict-origin"
