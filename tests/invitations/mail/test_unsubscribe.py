"""Stopping all letters: by a person, by a mail program, and starting them again."""
from __future__ import unicode_literals

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone
from six.moves.urllib.parse import quote

from common.compat import reverse
from invitations import status
from invitations.mail import unsubscribe
from invitations.models import NightLetter, StoppedAddress
from tests.game.pages import path_of, text_of
from tests.invitations.people import a_guest, a_host
from tests.invitations.visits import a_night, again, mark, told  # noqa: F401

pytestmark = pytest.mark.django_db
BOB = "bob@example.org"


@pytest.fixture
def strict():
    """A browser or mail program whose forms need their token."""
    return Client(enforce_csrf_checks=True)


def page(token=None):
    return reverse("invitations:stop", args=[token or unsubscribe.token_for(BOB)])


def test_a_token_is_good_for_its_address_in_any_spelling():
    token = unsubscribe.token_for(" Bob@Example.org")
    assert unsubscribe.address_of(token) == BOB
    unsubscribe.stop(token)
    assert unsubscribe.is_stopped("BOB@example.org") and not unsubscribe.is_stopped("cat@example.org")


@pytest.mark.parametrize("added", ["/)", "/>", ")", ">", "./", "/.", "/'"])
def test_a_link_with_something_added_leads_to_the_one_without(client, added):
    whole = page()
    answer = client.get(quote(whole.rstrip("/") + added))
    assert answer.status_code == 404 and 'href="%s"' % whole in text_of(answer)
    assert not StoppedAddress.objects.exists()


@pytest.mark.parametrize("rest", ["abc", ")", unsubscribe.TOKEN_PATTERN, "abc:def:ghi)"])
def test_what_holds_no_token_leads_nowhere(client, rest):
    assert "whole-link" not in text_of(client.get("/invites/stop/" + quote(rest), follow=True))


def test_a_domain_of_another_script_is_stopped_in_every_form():
    unsubscribe.stop(signing.dumps("bob@b\xfccher.example", salt="invitations.stopping"))
    assert unsubscribe.is_stopped("bob@xn--bcher-kva.example") and unsubscribe.is_stopped("Bob@B\xfccher.example")


def test_a_link_of_the_first_release_stops_letters_for_ever():
    assert unsubscribe.address_of(signing.dumps(BOB, salt="invitations.stopping")) == BOB


@pytest.mark.parametrize("spoil", [lambda token: token[:-1], lambda token: "x" + token,
                                   lambda token: "bob@example.org",
                                   lambda token: ""])
def test_nobody_makes_a_token_but_us(spoil):
    with pytest.raises(unsubscribe.BadTokenError):
        unsubscribe.stop(spoil(unsubscribe.token_for(BOB)))
    assert not StoppedAddress.objects.exists()


def test_a_token_holds_no_key():
    guest = a_guest(a_host())
    assert guest.key not in unsubscribe.token_for(guest.email)


def test_letters_that_wait_have_failed_and_their_hosts_are_told(told):
    host = a_host()
    guest, other = a_guest(host), a_guest(host, "cat@example.org")
    letter = NightLetter.objects.create(invitation=guest, night=a_night(host, guest), kind="night",
                                        sequence=0)
    unsubscribe.stop(unsubscribe.token_for(BOB))
    letter.refresh_from_db()
    assert [(row.due, row.failed is not None) for row in (again(guest), letter)] == [(None, True)] * 2
    assert again(other).due is not None and again(other).failed is None
    assert [(one["status"], one["reason"]) for one in told.news] == [("failed", unsubscribe.REASON)]


@pytest.mark.parametrize("fields, word", [({"due": None, "sent": timezone.now()}, "sent"),
                                          ({"claimed": timezone.now()}, "queued")])
def test_what_was_sent_or_is_being_sent_has_not_failed(told, fields, word):
    guest = mark(a_guest(a_host()), **fields)
    unsubscribe.stop(unsubscribe.token_for(BOB))
    assert again(guest).failed is None and told.words == [word]


def test_stopping_twice_is_stopping_once(told):
    for _ in range(2):
        unsubscribe.stop(unsubscribe.token_for(BOB))
    assert StoppedAddress.objects.count() == 1


def test_the_page_says_whose_letters_and_changes_nothing(client):
    words = text_of(client.get(page()))
    assert "b***@example.org" in words and "Nothing was changed yet" in words and BOB not in words
    assert client.head(page()).status_code == 200 and not unsubscribe.is_stopped(BOB)


def test_a_person_stops_and_starts_again(client):
    token = unsubscribe.token_for(BOB)  # it has the time in it: the next one may be another
    here, start = page(token), reverse("invitations:start_again", args=[token])
    assert path_of(client.post(here)) == here and unsubscribe.is_stopped(BOB)
    assert "no more letters" in text_of(client.get(here))
    assert client.get(start).status_code == 405
    assert path_of(client.post(start)) == here and not unsubscribe.is_stopped(BOB)
    assert "Nothing was changed yet" in text_of(client.get(here))


def test_a_mail_program_needs_one_post_and_no_cookie(strict):
    response = strict.post(page(), {"List-Unsubscribe": "One-Click"})
    assert response.status_code == 200 and response["Content-Type"].startswith("text/plain")
    assert unsubscribe.is_stopped(BOB) and not response.cookies


def test_a_mail_program_may_send_the_other_kind_of_form(strict):
    body = b"List-Unsubscribe=One-Click"
    assert strict.post(page(), body, content_type="application/x-www-form-urlencoded").status_code == 200
    assert unsubscribe.is_stopped(BOB)


def test_letters_start_again_only_from_our_own_page(strict):
    unsubscribe.stop(unsubscribe.token_for(BOB))
    assert strict.post(reverse("invitations:start_again",
                               args=[unsubscribe.token_for(BOB)])).status_code == 403
    assert unsubscribe.is_stopped(BOB)


@pytest.mark.parametrize("name", ["stop", "start_again"])
def test_a_link_that_broke_is_explained(client, name):
    response = client.post(reverse("invitations:" + name, args=[unsubscribe.token_for(BOB)[:-3]]))
    assert response.status_code == 404 and "copy all of it" in text_of(response) and 'href="/"' in text_of(
        response)


def test_the_page_speaks_the_language_of_the_last_letter(client):
    a_guest(a_host(), language="pl")
    assert '<div class="invited" lang="pl">' in text_of(client.get(page()))
    assert '<div class="invited" lang="en">' in text_of(
        client.get(page(unsubscribe.token_for("cat@example.org"))))


def test_no_cache_keeps_the_page_and_no_referer_tells_it(client):
    for response in (client.get(page()), client.post(page())):
        assert "no-store" in response["Cache-Control"] and response["Referrer-Policy"] == "strict-origin"


def test_the_host_sees_who_wants_no_letters_though_all_have_come(told):
    guest = mark(a_guest(a_host()), sent=timezone.now())
    unsubscribe.stop(unsubscribe.token_for(BOB))
    stopped = [document["stops"] for document in told.news]
    unsubscribe.start_again(unsubscribe.token_for(BOB))
    assert stopped == [True] and [document["stops"] for document in told.news] == [True, False]
    assert status.document(again(guest))["stops"] is False
