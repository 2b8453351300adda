"""The headers that every page carries."""
from __future__ import unicode_literals

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from common.middleware import BrowserPolicyMiddleware
from tests.test_logs import OPEN, SECRETS


def answer(path):
    middleware = BrowserPolicyMiddleware(lambda request: None)
    return middleware.process_response(RequestFactory().get(path), HttpResponse())


def test_pages_run_only_our_own_scripts():
    assert "default-src 'self'" in answer("/")["Content-Security-Policy"]
    assert "script-src" not in answer("/")["Content-Security-Policy"]


@pytest.mark.parametrize("targets", [[], ["https://cards.example"], ["https://one.example", "https://two.example"]])
def test_forms_lead_to_us_and_to_sites_whose_keys_we_have(settings, targets):
    settings.FORM_TARGETS = targets
    assert answer("/")["Content-Security-Policy"].endswith("; form-action " + " ".join(["'self'"] + targets))


def test_the_admin_keeps_its_inline_scripts():
    assert "Content-Security-Policy" not in answer("/admin/decks/")


@pytest.mark.parametrize("path", SECRETS + ["/accounts/login/?next=" + SECRETS[1], "/seats/x"])
def test_a_secret_address_is_told_to_nobody_and_kept_by_nobody(path):
    assert answer(path)["Referrer-Policy"] == "strict-origin"
    assert "no-store" in answer(path)["Cache-Control"]


@pytest.mark.parametrize("path", OPEN)
def test_other_addresses_may_be_kept(path):
    assert "Cache-Control" not in answer(path)


def test_a_page_at_a_secret_address_cannot_say_otherwise():
    response = HttpResponse()
    response["Referrer-Policy"], response["Cache-Control"] = "unsafe-url", "max-age=60"
    response = BrowserPolicyMiddleware(lambda request: None).process_response(RequestFactory().get(SECRETS[0]), response)
    assert response["Referrer-Policy"] == "strict-origin" and "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("path", ["/", "/admin/"])
def test_other_sites_learn_no_room_code(path):
    assert answer(path)["Referrer-Policy"] == "same-origin"
    assert answer(path)["X-Content-Type-Options"] == "nosniff"
