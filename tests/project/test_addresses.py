"""Every address of the site reads, changes, or shows a form; and looking at any of them changes nothing.

The addresses come from a walk over the URL patterns (world.py). A new one fails here until it stands in one
of the three lists.
"""
from __future__ import absolute_import, unicode_literals  # a folder of tests is named like an app

import re
import time
from contextlib import contextmanager

import pytest
from allauth.account.models import EmailAddress
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from common.compat import json_loads, reverse
from common.limits.post_limits import GUESSES
from invitations.models import Invitation
from tests.project.world import ADDRESSES, FOREIGN, OWN, _world, host, stranger, world  # noqa: F401

pytestmark = pytest.mark.django_db

# Take GET alone.
READS = {
    "script_texts",
    "game:home", "game:room", "game:tv", "game:decks", "game:doubles", "game:history", "game:qr",
    "game:seat_qr", "game:removed", "game:people", "game:keep", "game:asks", "game:typed",
    "game:open_rooms", "game:listing", "game:recap", "game:recap_picture",
    "game:csrf_token", "accounts:data", "decks:shelf", "decks:deck", "decks:deck_of_code",
    "decks:export", "decks:import_progress", "decks:import_report", "decks:import_template",
    "decks:edit", "decks:cards", "decks:near", "decks:doubles", "decks:proposed",
    "invitations:document", "invitations:letters", "invitations:letter_html", "invitations:broken",
    "invitations:broken_stop", "invitations:link", "invitations:link_qr",
    "invitations:night_shown", "invitations:night_calendar", "invitations:calendar",
}
# Take POST alone.
CHANGES = {
    "game:join", "game:open", "game:alone", "game:take_seat", "game:watch", "game:deck_of_code", "game:heart", "game:keep_decks",
    "game:forget_decks",
    "game:report", "game:let_in", "game:ask", "game:back", "game:door", "game:answer_ask",
    "game:report_room", "game:go_on", "game:go_along", "game:list_room", "game:make_recap", "game:withdraw_recap",
    "game:client_errors", "decks:find", "decks:heart", "decks:import_forget", "decks:import_undo", "decks:import_read_as",
    "decks:change", "decks:step", "decks:decide", "decks:unarchive", "decks:bring_back", "decks:delete_for_good",
    "invitations:send", "invitations:send_recap", "invitations:again", "invitations:revoke", "invitations:decline", "invitations:join",
    "invitations:answer",
    "invitations:watch", "invitations:opened", "invitations:inbox", "invitations:start_again",
    "invitations:night", "invitations:cancel_night", "invitations:night_again",
    "invitations:send_code", "invitations:confirm_code", "invitations:night_ask", "invitations:night_say",
    "invitations:night_answer", "invitations:answer_at_home",
}
# Show a form to GET and take it by POST.
FORMS = {"language", "game:seat", "accounts:profile", "accounts:delete", "invitations:accept", "invitations:stop",
         "invitations:invited",
         "decks:mine", "decks:delete",
         "decks:propose", "decks:import", "decks:import_job"}
# Ask only strangers; who is known is led on.
ASK_STRANGERS = {"invitations:invited"}
# Mail programs and providers press these by themselves and have no cookie; the permission is the signed address (RFC
# 8058), and a secret.
WITHOUT_TOKEN = {"invitations:stop", "invitations:inbox"}
CHANGE = re.compile("(?:QUERY = u?['\"])?(?:INSERT|UPDATE|DELETE|REPLACE)")  # the older Django quotes statements


@contextmanager
def nothing_changes():
    """Nothing is written meanwhile, but for sessions: they belong to the browser that looks."""
    with CaptureQueriesContext(connection) as captured:
        yield
    statements = [query["sql"] for query in captured]
    assert [sql for sql in statements if CHANGE.match(sql) and "django_session" not in sql] == []


def test_every_address_of_ours_is_in_one_list():
    assert OWN == READS | CHANGES | FORMS
    assert len(OWN) == len(READS) + len(CHANGES) + len(FORMS)


def test_every_address_of_ours_has_a_name():
    assert [name for name in OWN if name.endswith(":")] == []


@pytest.mark.one_stack
@pytest.mark.parametrize("name", sorted(CHANGES & OWN))
@pytest.mark.parametrize("visitor", [stranger, host])
def test_what_changes_takes_no_look(world, visitor, name):
    browser = visitor(world)
    with nothing_changes():
        answers = [getattr(browser, method)(world.address(name)) for method in ("get", "head")]
    for answer in answers:
        led_to_the_door = visitor is stranger and answer.status_code == 302 and "/accounts/login/" in answer["Location"]
        assert answer.status_code == 405 or led_to_the_door


@pytest.mark.one_stack
@pytest.mark.parametrize("name", sorted((READS | FORMS) & OWN | FOREIGN))
@pytest.mark.parametrize("visitor", [stranger, host])
def test_a_look_changes_nothing(world, visitor, name):
    browser = visitor(world)
    with nothing_changes():
        status = browser.get(world.address(name)).status_code
    assert status == 200 if name in FORMS - ASK_STRANGERS and visitor is host else status in (
        200, 302, 400, 403, 404)


def test_a_change_would_be_noticed(world):
    with pytest.raises(AssertionError), nothing_changes():
        Invitation.objects.update(declined=timezone.now())


@pytest.mark.parametrize("name", sorted(READS & OWN))
def test_what_reads_takes_no_post(world, name):
    assert host(world).post(world.address(name)).status_code == 405


@pytest.mark.parametrize("name", sorted((CHANGES | FORMS) & OWN - WITHOUT_TOKEN))
def test_nothing_is_posted_without_a_token(world, name):
    browser = host(world)
    browser.handler.enforce_csrf_checks = True
    with nothing_changes():
        assert browser.post(world.address(name)).status_code == 403


@pytest.mark.one_stack
@pytest.mark.parametrize("name", sorted((CHANGES | FORMS) & OWN | FOREIGN | {"admin:login"}))
def test_nothing_is_posted_without_end(world, settings, monkeypatch, name):
    now, settings.POSTS_A_MINUTE = time.time(), 1
    monkeypatch.setattr("time.time", lambda: now)  # no minute ends in between
    first, second = [Client().post(world.address(name)) for _ in range(2)]
    assert first.status_code != 429 and second.status_code == 429 and second["Retry-After"] == "60"


def test_an_account_is_counted_wherever_it_comes_from(world, settings, monkeypatch):
    browser, now, settings.POSTS_A_MINUTE = host(world), time.time(), 1
    monkeypatch.setattr("time.time", lambda: now)
    answers = [browser.post(reverse("game:watch", args=[world.player.room.code]),
                            REMOTE_ADDR=address).status_code
               for address in ("192.0.2.1", "192.0.2.2")]
    assert answers == [302, 429] and Client().post(reverse("game:join"), {"code": "x"}).status_code == 400


def test_scripts_are_told_in_json_that_it_was_too_much(world, settings, monkeypatch):
    now, settings.POSTS_A_MINUTE = time.time(), 1
    monkeypatch.setattr("time.time", lambda: now)
    answers = [Client().post(reverse("game:client_errors"), HTTP_ACCEPT="application/json") for _ in range(2)]
    assert json_loads(answers[1].content)["code"] == "too_fast"


def test_the_addresses_where_guesses_are_counted_are_there():
    assert set(GUESSES) <= set(ADDRESSES)


def test_the_address_of_a_letter_is_confirmed_by_pressing_and_not_by_looking(world):
    browser, address = Client(), world.address("account_confirm_email")
    assert browser.get(address).status_code == 200
    assert not EmailAddress.objects.get().verified
    browser.post(address)
    assert EmailAddress.objects.get().verified


def test_one_signs_out_by_pressing_and_not_by_looking(world):
    browser, address = host(world), world.address("account_logout")
    assert browser.get(address).status_code == 200 and "_auth_user_id" in browser.session
    browser.post(address)
    assert "_auth_user_id" not in browser.session
