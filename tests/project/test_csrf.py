"""Tokens against forged requests: who gets one, what it opens, and what people read who come without."""
from __future__ import unicode_literals

import re

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from common.compat import json_loads, reverse

pytestmark = pytest.mark.django_db


@pytest.fixture
def strict():
    """A browser whose requests need their token."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def ann(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return get_user_model().objects.create_user("ann", "ann@example.org", "walnut-pudding-7")


def token_of(browser, path="/"):
    """The token that the document at `path` carries."""
    return re.search(r'data-csrf="(\w+)"', browser.get(path).content.decode("utf-8")).group(1)


def fresh_token(browser):
    return json_loads(browser.get(reverse("game:csrf_token")).content)["token"]


def sign_in(browser, token):
    return browser.post(reverse("account_login"), {
        "login": "ann", "password": "walnut-pudding-7", "csrfmiddlewaretoken": token})


def report(browser, token="", **headers):
    """What a script's POST is answered."""
    return browser.post(reverse("game:client_errors"), b"{}", content_type="application/json",
                        HTTP_X_CSRFTOKEN=token,
                        HTTP_ACCEPT="application/json", **headers)


def test_no_script_can_read_the_cookie_not_even_after_signing_in(strict, ann):
    cookies = [strict.get("/").cookies["csrftoken"]]
    cookies.append(strict.get(reverse("game:csrf_token")).cookies["csrftoken"])
    cookies.append(sign_in(strict, token_of(strict)).cookies["csrftoken"])
    assert [bool(cookie["httponly"]) for cookie in cookies] == [True] * 3


def test_a_script_with_the_token_of_the_document_is_heard(strict):
    assert report(strict, token_of(strict)).status_code == 204


@pytest.mark.parametrize("token", ["", "x", "a" * 32, "a" * 64])
def test_a_script_without_a_token_is_told_so_in_its_own_language(strict, token):
    strict.get("/")
    response = report(strict, token)
    answer = json_loads(response.content)
    assert response.status_code == 403 and answer["code"] == "csrf" and "Load it again" in answer["message"]


def test_a_form_without_a_token_is_told_how_to_go_on(strict):
    strict.get("/")
    response = strict.post(reverse("game:join"), {"code": "KX7PQ"})
    text = response.content.decode("utf-8")
    assert response.status_code == 403 and response["Content-Type"].startswith("text/html")
    for words in ("The form was too old", "Go back", "keep what you typed", "data-back", 'href="/"'):
        assert words in text


def test_a_browser_without_cookies_is_told_to_allow_them(strict):
    token = token_of(strict)
    strict.cookies.clear()
    response = strict.post(reverse("game:join"), {"code": "KX7PQ", "csrfmiddlewaretoken": token})
    text = response.content.decode("utf-8")
    assert response.status_code == 403 and "Allow cookies" in text and "too old" not in text


def test_signing_in_makes_the_tokens_of_open_pages_useless(strict, ann):
    old = token_of(strict)
    assert sign_in(strict, old).status_code == 302
    assert report(strict, old).status_code == 403


def test_an_open_page_gets_a_token_that_works_after_signing_in(strict, ann):
    sign_in(strict, token_of(strict))
    assert report(strict, fresh_token(strict)).status_code == 204


def test_somebody_without_any_cookie_gets_a_token_that_works(strict):
    assert report(strict, fresh_token(strict)).status_code == 204


def test_a_token_that_was_asked_for_does_not_spoil_the_others(strict):
    first = token_of(strict)
    fresh_token(strict)
    assert report(strict, first).status_code == 204


def test_tokens_are_never_stored_on_the_way_and_never_for_other_sites(strict):
    response = strict.get(reverse("game:csrf_token"))
    assert "no-store" in response["Cache-Control"] and "Cookie" in response["Vary"]
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in response


@pytest.mark.parametrize("referer, status", [("https://testserver/", 204), ("https://evil.example/", 403)])
def test_over_https_the_name_of_the_site_is_referer_enough(strict, referer, status):
    """What "strict-origin" leaves of a secret address is what Django asks for where a browser sends no
    Origin.
    """
    token = re.search(r'data-csrf="(\w+)"', strict.get("/", secure=True).content.decode("utf-8")).group(1)
    assert report(strict, token, secure=True, HTTP_REFERER=referer).status_code == status


def test_over_https_a_page_that_hides_its_origin_would_be_refused(strict, settings):
    token = token_of(strict)
    assert (report(strict, token, HTTP_ORIGIN="null").status_code
            == 403) != settings.CLASSIC  # 1.8 knows no Origin
    assert report(strict, token, secure=True).status_code == 403  # and without both there is nothing to go by
