"""The form of an import: who may use it, what it refuses, and that nothing typed is lost."""
from __future__ import unicode_literals

import mock
import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from common.compat import reverse
from decks.models import Deck, ImportJob
from tests.decks.admins import an_editor
from tests.decks.imports.pages.visits import IMPORT, a_file, looked, page_of, shown
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db


def test_who_is_not_signed_in_is_led_to_the_door():
    answer = Client().get(IMPORT)
    assert answer.status_code == 302 and answer["Location"].endswith("/accounts/login/?next=" + IMPORT)


def test_nobody_imports_into_the_deck_of_another(browser):
    deck = a_deck("Tea", white=["Milk"])
    address = IMPORT + "?deck=" + deck.code
    assert browser.get(address).status_code == 404
    assert browser.post(address, {"pasted": "Honey"}).status_code == 404
    assert not ImportJob.objects.exists()


def test_who_looks_after_decks_imports_for_the_site(browser, ann):
    ann.user_permissions.add(*Permission.objects.filter(codename__in=["add_deck", "change_deck"]))
    assert "decks of this site" in shown(browser.get(IMPORT))
    job, _ = looked(browser, pasted="Honey")
    browser.post(page_of(job))
    assert list(Deck.objects.values_list("owner", "status")) == [(None, "draft")]


@pytest.mark.parametrize("fields, problem", [
    ({"pasted": " "}, "Choose a file, or paste some cards."),
    ({"pasted": "Honey", "language": "Plain English"}, "Plain English is not one of the available choices"),
    ({"pasted": "{\"name\": \"Half a deck\""}, "This cannot be read"),
    ({"pasted": "Honey", "name": "x" * 300}, "at most 200 characters"),
])
def test_what_cannot_be_imported_comes_back_with_the_reason(browser, fields, problem):
    answer = browser.post(IMPORT, fields)
    assert answer.status_code == 400 and problem in shown(answer)
    assert shown(answer).count(fields["pasted"].strip().replace('"', "&quot;") + "</textarea>") == 1
    assert not ImportJob.objects.exists()


def test_a_file_and_pasted_lines_at_once_are_asked_about(browser):
    answer = browser.post(IMPORT, {"upload": a_file(), "pasted": "Honey"})
    assert answer.status_code == 400 and "which one is meant?" in shown(
        answer) and "Honey</textarea>" in shown(answer)


def test_an_empty_file_is_refused(browser):
    assert "This file is empty." in shown(browser.post(IMPORT, {"upload": a_file(b"")}))


def test_who_was_signed_out_loses_nothing(ann):
    answer = Client().post(IMPORT, {"pasted": "Honey"})
    assert answer.status_code == 403 and "You are signed out" in shown(
        answer) and "Honey</textarea>" in shown(
        answer)


def test_a_body_that_is_too_big_is_refused_before_it_is_read(browser):
    with mock.patch("django.http.request.HttpRequest._load_post_and_files",
                    side_effect=AssertionError("it was read")):
        answer = browser.post(IMPORT, b"x", content_type="multipart/form-data; boundary=x",
                              CONTENT_LENGTH="100000000")
    assert answer.status_code == 413 and "too big for a deck of cards" in shown(answer)


def test_a_file_of_just_too_much_is_refused(browser):
    with mock.patch("decks.imports.forms.FILE_BYTES", 10):
        answer = browser.post(IMPORT, {"upload": a_file()})
    assert answer.status_code == 400 and "This file is too big" in shown(answer)


def test_nothing_is_stored_without_a_token(ann):
    browser = Client(enforce_csrf_checks=True)
    browser.login(username="ann", password="walnut-pudding-7")
    assert browser.post(IMPORT, {"pasted": "Honey"}).status_code == 403
    assert not ImportJob.objects.exists()


def test_too_many_imports_are_slowed_down(browser, standing_clock):
    with mock.patch("decks.views.imports.PATIENCE", "1/h"):
        looked(browser, pasted="Honey")
        answer = browser.post(IMPORT, {"pasted": "Sugar"})
    assert answer.status_code == 429 and "Sugar</textarea>" in shown(answer)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_table_to_fill_in_can_be_imported_as_it_is(browser, form):
    answer = browser.get(reverse("decks:import_template", args=[form]))
    job, page = looked(browser, upload=a_file(answer.content, "cards." + form))
    assert job.total == 3 and "a duck with a clipboard" in page


def test_decks_of_the_site_are_found_again_in_the_admin_and_ones_own_at_home(browser):
    ways = []
    for client in (an_editor().client, browser):
        job, _ = looked(client, pasted="Milk\nSugar", name="Tea")
        client.post(page_of(job), {"right": "yes"})
        ways.append(reverse("admin:decks_deck_changelist") in shown(client.get(page_of(job))))
    assert ways == [True, False]
