"""The headers that every page carries."""
from __future__ import unicode_literals

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from common.middleware import BrowserPolicyMiddleware


def answer(path):
    middleware = BrowserPolicyMiddleware(lambda request: None)
    return middleware.process_response(RequestFactory().get(path), HttpResponse())


def test_pages_run_only_our_own_scripts():
    assert "default-src 'self'" in answer("/")["Content-Security-Policy"]
    assert "script-src" not in answer("/")["Content-Security-Policy"]


def test_the_admin_keeps_its_inline_scripts():
    assert "Content-Security-Policy" not in answer("/admin/decks/")


@pytest.mark.parametrize("path", ["/", "/admin/"])
def test_other_sites_learn_no_room_code(path):
    assert answer(path)["Referrer-Policy"] == "same-origin"
    assert answer(path)["X-Content-Type-Options"] == "nosniff"
