"""The headers that every page carries."""
from __future__ import unicode_literals

import re

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from common.compat import CLASSIC
from common.web.middleware import (
    BrowserPolicyMiddleware,
    CompressionMiddleware,
    OwnAddressMiddleware,
    opens_sockets,
)
from tests.common.test_logs import OPEN, SECRETS


def answer(path):
    middleware = BrowserPolicyMiddleware(lambda request: None)
    return middleware.process_response(RequestFactory().get(path), HttpResponse())


def test_pages_run_only_our_own_scripts():
    assert "default-src 'self'" in answer("/")["Content-Security-Policy"]
    assert "script-src" not in answer("/")["Content-Security-Policy"]


@pytest.mark.parametrize("targets",
                         [[], ["https://cards.example"], ["https://one.example", "https://two.example"]])
def test_forms_lead_to_us_and_to_sites_whose_keys_we_have(settings, targets):
    settings.FORM_TARGETS = targets
    assert answer("/")["Content-Security-Policy"].endswith("; form-action " + " ".join(["'self'"] + targets))


def test_the_admin_has_the_same_rules_and_on_classic_its_inline_scripts():
    policy = answer("/admin/decks/")["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert ("script-src 'self' 'unsafe-inline'" in policy) == CLASSIC


def test_pages_connect_to_us_alone():
    assert "connect-src" not in answer("/")["Content-Security-Policy"]


@pytest.mark.django_db
@pytest.mark.parametrize("https, origin",
                         [(False, "ws://cards.example.org"), (True, "wss://cards.example.org")])
def test_a_page_with_a_socket_names_it_for_old_browsers(settings, https, origin):
    settings.SITE_DOMAIN, settings.HTTPS = "cards.example.org", https
    response = BrowserPolicyMiddleware(lambda request: None).process_response(
        RequestFactory().get("/"), opens_sockets(HttpResponse()))
    assert "connect-src 'self' %s;" % origin in response["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/", "/admin/"])
def test_no_page_may_ask_for_camera_microphone_or_place(path):
    asked = answer(path)["Permissions-Policy"]
    assert {"camera=()", "microphone=()", "geolocation=()"} <= set(asked.split(", "))


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
    response = BrowserPolicyMiddleware(lambda request: None).process_response(RequestFactory(
        ).get(SECRETS[0]), response)
    assert response["Referrer-Policy"] == "strict-origin" and "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("path", ["/", "/admin/"])
def test_other_sites_learn_no_room_code(path):
    assert answer(path)["Referrer-Policy"] == "same-origin"
    assert answer(path)["X-Content-Type-Options"] == "nosniff"


def compressed(path="/", kind="text/html; charset=utf-8"):
    """The answer to a browser that takes gzip."""
    request = RequestFactory().get(path, HTTP_ACCEPT_ENCODING="gzip, deflate")
    return CompressionMiddleware(lambda request: None).process_response(
        request, HttpResponse("card " * 200, content_type=kind))


current_only = pytest.mark.skipif(CLASSIC, reason="the classic stack compresses no pages")


@current_only
@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "application/json"])
def test_pages_and_json_are_compressed(kind):
    assert compressed(kind=kind)["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in compressed(kind="image/png")


@current_only
def test_the_length_of_a_page_tells_nothing():
    assert len({len(compressed().content) for _ in range(50)}) > 10


@current_only
@pytest.mark.parametrize("path", SECRETS + ["/accounts/login/?next=" + SECRETS[1], "/admin/decks/deck/?q=a"])
def test_pages_with_a_secret_beside_strangers_text_are_not_compressed(path):
    assert "Content-Encoding" not in compressed(path)


@pytest.mark.django_db
def test_browsers_get_compressed_pages_on_the_current_stack_only(client):
    answer = client.get("/", HTTP_ACCEPT_ENCODING="gzip")
    assert (answer.get("Content-Encoding") == "gzip") == (not CLASSIC)


@current_only
@pytest.mark.django_db
def test_the_csrf_token_is_masked_anew_in_each_page(client):
    pages = [client.get("/").content for _ in range(2)]
    first, second = [re.search(b'data-csrf="([^"]+)"', page).group(1) for page in pages]
    assert first != second


def built(location=None, path="/rooms/KX7PQ/?a=1", **headers):
    """What a library gets that makes a whole address from the request."""
    request = RequestFactory().get(path, **headers)
    OwnAddressMiddleware(lambda request: None).process_request(request)
    return request.build_absolute_uri(location)


@pytest.mark.parametrize("location, path", [
    (None, "/rooms/KX7PQ/?a=1"), ("/seats/x/?b=2#c", "/seats/x/?b=2#c"), ("qr.svg", "/rooms/KX7PQ/qr.svg"),
    ("https://evil.example/seats/x/", "/seats/x/"), ("//evil.example/seats/x/", "/seats/x/"),
    ("/caf\xe9/", "/caf%C3%A9/")])
def test_an_address_made_from_a_request_is_the_sites_own(settings, location, path):
    settings.SITE_DOMAIN = "cards.example.org"
    assert built(location, HTTP_HOST="evil.example",
                 HTTP_X_FORWARDED_HOST="evil.example") == "http://cards.example.org" + path


def redirected(to, **headers):
    response = HttpResponse(status=302)
    response["Location"] = to
    OwnAddressMiddleware(lambda request: None).process_response(RequestFactory().get("/", **headers),
                                                                response)
    return response["Location"]


@pytest.mark.parametrize("to, leads", [
    ("/rooms/", "/rooms/"), ("http://192.168.1.7:8000/rooms/?a=1", "/rooms/?a=1"),
    ("https://github.com/login", "https://github.com/login"),
    ("https://192.168.1.7:8000/rooms/", "https://192.168.1.7:8000/rooms/"),
    ("http://192.168.1.7:8000//evil.example/", "/evil.example/"),
    ("http://192.168.1.7:8000/\\evil.example/", "/evil.example/")])
def test_a_redirect_within_the_site_names_no_host(to, leads):
    assert redirected(to, HTTP_HOST="192.168.1.7:8000") == leads
