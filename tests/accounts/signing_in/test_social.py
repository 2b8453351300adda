"""Signing in with an account elsewhere, up to the border of the other site and back from it.

No network is used.
"""
from __future__ import unicode_literals

import re

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from six.moves.urllib.parse import parse_qs, urlsplit

from common.compat import reverse
from common.web import sites
from tests.accounts.looks import PASSWORD, Look, current, fresh, wears_our_design
from tests.project.test_settings import problems_with, settings_with

__all__ = ["fresh", "problems_with", "settings_with"]  # fixtures
pytestmark = current
SITES = {"github": "https://github.com/login/oauth/authorize",
         "google": "https://accounts.google.com/o/oauth2/v2/auth",
         "twitter_oauth2": "https://x.com/i/oauth2/authorize"}


@pytest.fixture
def keys(settings):
    """All three sites have given us keys."""
    settings.SOCIALACCOUNT_PROVIDERS = {
        site: {"APPS": [{"client_id": "our-" + site, "secret": "s3cret", "key": ""}],
               "OAUTH_PKCE_ENABLED": True}
        for site in SITES}


@pytest.fixture
def no_keys(settings):
    settings.SOCIALACCOUNT_PROVIDERS = {site: {"APPS": []} for site in SITES}


@pytest.fixture
def github(keys, monkeypatch):
    """GitHub as far as we talk to it: it knows Ann and her addresses."""
    answers = {"https://api.github.com/user": {"id": 7, "login": "ann", "name": "Ann Lee"},
               "https://api.github.com/user/emails": [
        {"email": "ann@example.org", "primary": True, "verified": True}]}

    class Answer(object):
        status_code = 200

        def __init__(self, url):
            self.json = lambda: answers[url]

        def raise_for_status(self):
            pass

    monkeypatch.setattr("requests.Session.get", lambda session, url, **more: Answer(url))
    monkeypatch.setattr("allauth.socialaccount.providers.oauth2.client.OAuth2Client.get_access_token",
                        lambda client, code, **more: {"access_token": "t0ken"})
    return answers


def go_to(client, site, **fields):
    """Press the button and return what the other site is asked, as {name: value}."""
    response = client.post(reverse(site + "_login"), fields)
    assert response.status_code == 302
    return {name: values[0] for name, values in parse_qs(urlsplit(response["Location"]).query).items()}


def come_back(client, **fields):
    state = go_to(client, "github", **fields)["state"]
    return client.get(reverse("github_callback"), {"state": state, "code": "c0de"}, follow=True)


@pytest.mark.parametrize("page", ["account_login", "account_signup"])
def test_without_keys_there_is_no_button(client, no_keys, page):
    assert not re.search("GitHub|Google|Go on with", Look(client.get(reverse(page))).text)


@pytest.mark.parametrize("page", ["account_login", "account_signup"])
def test_with_keys_there_are_forms_and_no_links(client, keys, page):
    look = wears_our_design(client.get(reverse(page), {"next": "/rooms/KX7PQ/"}))
    targets = [form["action"] for form in look.all("form") if "_oauth2/" in form.get("action", "")
               or re.search("github|google", form.get("action", ""))]
    assert [target.split("?")[0] for target in targets] == [reverse(site + "_login") for site in SITES]
    assert all("next=%2Frooms%2FKX7PQ%2F" in target for target in targets)


@pytest.mark.parametrize("site", sorted(SITES))
def test_looking_at_the_address_asks_first(client, keys, site):
    look = wears_our_design(client.get(reverse(site + "_login")))
    assert look.all("form", action=None)


@pytest.mark.parametrize("site", sorted(SITES))
def test_a_press_leads_to_the_other_site(client, keys, site):
    response = client.post(reverse(site + "_login"))
    asked = go_to(client, site)
    assert response["Location"].split("?")[0] == SITES[site] and asked["client_id"] == "our-" + site
    assert asked["redirect_uri"] == sites.address(reverse(site + "_callback"))
    assert asked["code_challenge_method"] == "S256" and len(asked["state"]) >= 16 and "s3cret" not in str(
        asked)


@pytest.mark.parametrize("site", sorted(SITES))
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_site_without_keys_is_nowhere(client, no_keys, site, method):
    assert getattr(client, method)(reverse(site + "_login")).status_code == 404


def test_who_comes_back_has_an_account_and_the_room(client, github):
    response = come_back(client, next="/accounts/email/")
    user = get_user_model().objects.get()
    assert response.redirect_chain[-1][0] == "/accounts/email/" and client.session["_auth_user_id"] == str(
        user.pk)
    assert user.username == "ann" and EmailAddress.objects.get(user=user).verified


def test_who_comes_back_again_finds_the_same_account(client, github):
    come_back(client)
    client.post(reverse("account_logout"))
    come_back(client)
    assert get_user_model().objects.count() == 1 and client.session["_auth_user_id"]


def test_an_address_that_has_an_account_is_asked_about(client, github):
    get_user_model().objects.create_user("first", "ann@example.org", PASSWORD)
    look = wears_our_design(come_back(client))
    assert "Almost there" in look.text and "_auth_user_id" not in client.session
    answer = client.post(reverse("socialaccount_signup"), {"username": "ann", "email": "other@example.org"})
    assert answer.status_code == 302 and get_user_model().objects.count() == 2


def test_an_account_can_be_connected_and_let_go(client, github):
    user = get_user_model().objects.create_user("ann", "ann@example.org", PASSWORD)
    client.post(reverse("account_login"), {"login": "ann", "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    look = wears_our_design(come_back(client, process="connect"))
    account, = [field["value"] for field in look.all("input", name="account")]
    client.post(reverse("socialaccount_connections"), {"account": account})
    assert get_user_model().objects.get() == user and not user.socialaccount_set.exists()


@pytest.mark.parametrize("has_app", [True, False])
def test_a_connection_to_a_site_of_an_older_version_can_be_seen_and_let_go(client, keys, has_app):
    from allauth.socialaccount.models import SocialApp
    if has_app:
        SocialApp.objects.create(provider="facebook", client_id="id").sites.add(1)
    user = get_user_model().objects.create_user("ann", "ann@example.org", PASSWORD)
    user.socialaccount_set.create(provider="facebook", uid="1234", extra_data={"name": "Ann Lee"})
    client.post(reverse("account_login"), {"login": "ann", "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    look = wears_our_design(client.get(reverse("socialaccount_connections")))
    assert "Facebook" in look.text and "Ann Lee" in look.text
    account, = [field["value"] for field in look.all("input", name="account")]
    client.post(reverse("socialaccount_connections"), {"account": account})
    assert not user.socialaccount_set.exists()


def test_who_says_no_over_there_may_choose_again(client, keys):
    state = go_to(client, "github")["state"]
    response = client.get(reverse("github_callback"), {"state": state, "error": "access_denied"}, follow=True)
    assert reverse("account_login") in wears_our_design(response).text


def test_a_way_back_that_nobody_began_leads_nowhere(client, github):
    response = client.get(reverse("github_callback"), {"state": "guessed", "code": "c0de"})
    wears_our_design(response, response.status_code)
    assert "_auth_user_id" not in client.session and not get_user_model().objects.exists()


@pytest.mark.parametrize("given, missing",
                         [("GITHUB_SECRET", "GITHUB_CLIENT_ID"), ("GOOGLE_CLIENT_ID", "GOOGLE_SECRET"),
                                            ("TWITTER_CLIENT_ID", "TWITTER_SECRET")])
def test_half_a_pair_of_keys_stops_the_start(problems_with, given, missing):
    assert problems_with({given: "x"}) == [missing] and problems_with({given: "x", missing: "y"}) == []


def test_keys_open_the_way_for_forms(settings_with):
    assert settings_with({}, "FORM_TARGETS") == {"FORM_TARGETS": []}
    found = settings_with({"GITHUB_CLIENT_ID": "x", "GITHUB_SECRET": "y"}, "FORM_TARGETS",
                          "SOCIALACCOUNT_PROVIDERS")
    assert found["FORM_TARGETS"] == ["https://github.com"]
    assert found["SOCIALACCOUNT_PROVIDERS"]["github"]["APPS"] == [
        {"client_id": "x", "secret": "y", "key": ""}]
