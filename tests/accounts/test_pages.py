"""Every page of allauth wears our design on both stacks: the walk below misses none that has an address."""
from __future__ import unicode_literals

import re

import pytest
from allauth import urls as allauth_urls
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from django.conf import settings as project
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.cache import cache
from django.shortcuts import render
from six.moves.html_parser import HTMLParser

from common.compat import reverse

PASSWORD = "a duck in a bath"
CURRENT = pytest.mark.skipif(project.CLASSIC, reason="the old allauth has no such page")
# Addresses that only take a form, hand out a file, or belong to another site's way back; and ways that are off.
NO_PAGES = {"mfa_login_webauthn", "mfa_download_recovery_codes", "account_confirm_login_code",
            "github_callback", "google_callback", "twitter_oauth2_callback", "google_login_by_token"}


class Look(HTMLParser):
    """What a page is made of: tags with their attributes, and the fields that people see."""

    def __init__(self, response):
        HTMLParser.__init__(self)
        self.tags = []
        self.text = response.content.decode("utf-8")
        self.feed(self.text)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def all(self, tag, **wanted):
        return [found for name, found in self.tags
                if name == tag and all(found.get(key) == value for key, value in wanted.items())]

    @property
    def fields(self):
        return [field for field in self.all("input") if field.get("type") not in ("hidden", "checkbox")]


@pytest.fixture(autouse=True)
def fresh(settings, db):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()


@pytest.fixture
def ann():
    user = get_user_model().objects.create_user("ann", "ann@example.org", PASSWORD)
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    return user


@pytest.fixture
def signed_in(client, ann):
    client.post(reverse("account_login"), {"login": "ann", "password": PASSWORD})
    if not project.CLASSIC:  # what concerns safety wants the password once more
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def wears_our_design(response, status=200):
    """Check what every page must have, and return its Look."""
    look = Look(response)
    body, = look.all("body")
    title = re.search(r"<title>(.*?)</title>", look.text).group(1)
    labels = {label.get("for") for label in look.all("label")}
    assert response.status_code == status and len(body["data-csrf"]) > 20
    assert look.all("header", **{"class": "brand"}) and look.all("section", **{"class": "sheet account"})
    assert len(look.all("h1")) == 1 and title.endswith(" &middot; Cards Against Django") and not title.startswith(" ")
    assert look.all("link", href="/static/css/accounts.css") and not look.all("table")
    assert all(field.get("autocomplete") and field["id"] in labels for field in look.fields)
    assert not [found for found in look.all("script") if not (found.get("src") or found["type"] == "application/json")]
    assert all(found.get("method") == "post" for found in look.all("form"))
    return look


def names_in(patterns):
    """The names of all addresses, however deep."""
    names = set()
    for pattern in patterns:
        names |= names_in(pattern.url_patterns) if hasattr(pattern, "url_patterns") else {pattern.name}
    return names - {None}


FOR_EVERYBODY = ["account_login", "account_signup", "account_reset_password", "account_reset_password_done",
                 "account_reset_password_from_key_done", "account_email_verification_sent", "account_inactive"]
SIGNED_IN = ["account_logout", "account_email", "account_change_password"]
CURRENT_FOR_EVERYBODY = {"socialaccount_login_cancelled": 200, "socialaccount_login_error": 401}
CURRENT_SIGNED_IN = ["account_reauthenticate", "mfa_index", "mfa_list_webauthn", "mfa_add_webauthn",
                     "mfa_activate_totp", "socialaccount_connections"]
PROTECTED = ["mfa_index", "mfa_list_webauthn", "mfa_add_webauthn", "mfa_view_recovery_codes", "mfa_reauthenticate",
             "mfa_generate_recovery_codes", "mfa_deactivate_totp", "mfa_reauthenticate_webauthn",
             "mfa_edit_webauthn", "mfa_remove_webauthn"]
# Pages that need more than an address: they have tests of their own here or beside the other sites' accounts.
ALONE = ["account_set_password", "account_confirm_email", "account_reset_password_from_key", "mfa_authenticate",
         "socialaccount_signup", "github_login", "google_login", "twitter_oauth2_login"]


def test_the_walk_misses_no_page():
    walked = set(FOR_EVERYBODY + SIGNED_IN + list(CURRENT_FOR_EVERYBODY) + CURRENT_SIGNED_IN + PROTECTED + ALONE) | NO_PAGES
    assert names_in(allauth_urls.urlpatterns) - walked == set()


@pytest.mark.parametrize("name", FOR_EVERYBODY)
def test_pages_for_everybody(client, name):
    wears_our_design(client.get(reverse(name)))


@pytest.mark.parametrize("name", SIGNED_IN)
def test_pages_of_an_account(signed_in, name):
    wears_our_design(signed_in.get(reverse(name)))


@CURRENT
@pytest.mark.parametrize("name", sorted(CURRENT_FOR_EVERYBODY))
def test_pages_of_the_current_allauth_for_everybody(client, name):
    wears_our_design(client.get(reverse(name)), CURRENT_FOR_EVERYBODY[name])


@CURRENT
@pytest.mark.parametrize("name", CURRENT_SIGNED_IN)
def test_pages_of_the_current_allauth_for_an_account(signed_in, name):
    wears_our_design(signed_in.get(reverse(name)))


def protect(user):
    """Give the account a passkey, an app and recovery codes. Returns the passkey's row."""
    from allauth.mfa.models import Authenticator
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
    TOTP.activate(user, generate_totp_secret())
    RecoveryCodes.activate(user)
    return Authenticator.objects.create(user=user, type="webauthn", data={"name": "My phone", "credential": {}})


@CURRENT
@pytest.mark.parametrize("name", PROTECTED)
def test_pages_of_a_protected_account(signed_in, ann, monkeypatch, name):
    monkeypatch.setattr("allauth.mfa.webauthn.internal.auth.get_credentials", lambda user: [])
    key = protect(ann)
    arguments = [key.pk] if name in ("mfa_edit_webauthn", "mfa_remove_webauthn") else []
    wears_our_design(signed_in.get(reverse(name, args=arguments)))


@CURRENT
def test_the_second_step_of_signing_in(client, ann, monkeypatch):
    monkeypatch.setattr("allauth.mfa.webauthn.internal.auth.get_credentials", lambda user: [])
    protect(ann)
    response = client.post(reverse("account_login"), {"login": "ann", "password": PASSWORD}, follow=True)
    assert response.redirect_chain[-1][0] == reverse("mfa_authenticate")
    look = wears_our_design(response)
    assert look.all("input", autocomplete="one-time-code") and not look.all("button", id="mfa_webauthn_authenticate")


def test_pages_that_stand_in_for_others(client, monkeypatch):
    request = client.get(reverse("account_login")).wsgi_request
    assert reverse("account_email") in wears_our_design(render(request, "account/verified_email_required.html")).text
    monkeypatch.setattr("accounts.adapter.AccountAdapter.is_open_for_signup", lambda adapter, request: False)
    assert "No new accounts" in wears_our_design(client.get(reverse("account_signup"))).text


def test_an_account_without_a_password_chooses_one(signed_in, ann):
    ann.set_unusable_password()
    ann.save()
    session = signed_in.session
    session["_auth_user_hash"] = ann.get_session_auth_hash()
    session.save()
    look = wears_our_design(signed_in.get(reverse("account_set_password")))
    assert len(look.all("input", autocomplete="new-password")) == 2


def test_a_mailed_link_confirms_by_a_press_and_never_by_looking(client, ann):
    address = EmailAddress.objects.create(user=ann, email="new@example.org")
    page = reverse("account_confirm_email", args=[EmailConfirmationHMAC(address).key])
    look = wears_our_design(client.get(page))
    assert not EmailAddress.objects.get(pk=address.pk).verified and look.all("form", action=None)
    client.post(page)
    assert EmailAddress.objects.get(pk=address.pk).verified


@pytest.mark.parametrize("name, key", [("account_confirm_email", ["x:y"]), ("account_reset_password_from_key", ["1", "x-y"])])
def test_a_link_that_is_used_up_says_what_to_do(client, name, key):
    assert "used up" in wears_our_design(client.get(reverse(name, args=key))).text


def test_a_mailed_link_leads_to_a_new_password_and_in(client, ann):
    client.post(reverse("account_reset_password"), {"email": "ann@example.org"})
    link = re.search(r"http://testserver(\S+/key/\S+)", mail.outbox[0].body).group(1)
    page = client.get(link, follow=True)
    look = wears_our_design(page)
    assert len(look.all("input", autocomplete="new-password")) == 2
    form, = [found["action"] for found in look.all("form") if "/key/" in found.get("action", "")]
    client.post(form, {"password1": "two geese at noon", "password2": "two geese at noon"})
    assert client.session["_auth_user_id"] == str(ann.pk)


@pytest.mark.parametrize("name, tokens", [
    ("account_login", {"username webauthn", "current-password"}),
    ("account_signup", {"username", "email", "new-password"}), ("account_reset_password", {"email"})])
def test_browsers_are_told_what_to_fill_in(client, name, tokens):
    assert {field["autocomplete"] for field in Look(client.get(reverse(name))).fields} == tokens


@pytest.mark.parametrize("login", ["ann", "ann@example.org"])
def test_name_or_address_opens_the_account(client, ann, login):
    response = client.post(reverse("account_login"), {"login": login, "password": PASSWORD})
    assert response.status_code == 302 and client.session["_auth_user_id"] == str(ann.pk)


@pytest.mark.parametrize("tick, lasts", [("on", True), ("", False)])
def test_only_a_tick_keeps_somebody_signed_in(client, ann, tick, lasts):
    client.post(reverse("account_login"), {"login": "ann", "password": PASSWORD, "remember": tick})
    assert client.session.get_expire_at_browser_close() is not lasts


def test_the_tick_is_set_until_somebody_takes_it_away(client, ann):
    box = {"type": "checkbox", "name": "remember"}
    assert "checked" in Look(client.get(reverse("account_login"))).all("input", **box)[0]
    refused = client.post(reverse("account_login"), {"login": "ann", "password": "wrong"})
    assert "checked" not in Look(refused).all("input", **box)[0]


def test_an_error_stands_at_its_field_and_nothing_typed_is_lost(client):
    response = client.post(reverse("account_signup"), {"username": "ann", "email": "ann@example.org",
                                                       "password1": PASSWORD, "password2": "another"})
    look = wears_our_design(response)
    wrong, = [field for field in look.fields if field.get("aria-invalid")]
    assert wrong["name"] == "password2" and look.all("div", id=wrong["aria-describedby"])
    assert {"ann", "ann@example.org"} <= {field.get("value") for field in look.fields}
    assert PASSWORD not in look.text


def test_a_name_that_is_taken_says_what_to_do(client, ann):
    fields = {"username": "ann", "password1": PASSWORD, "password2": PASSWORD}
    words = "already exists" if project.CLASSIC else "Somebody has this name already"
    assert words in wears_our_design(client.post(reverse("account_signup"), fields)).text


@CURRENT
def test_a_passkey_belongs_to_the_host_and_bears_the_name_of_the_game(signed_in, ann):
    page = wears_our_design(signed_in.get(reverse("mfa_add_webauthn")))
    assert '"rp": {"name": "Cards Against Django", "id": "testserver"}' in page.text
    assert page.all("input", name="name", value="Passkey 1")


@CURRENT
def test_a_passkey_waits_for_the_address_and_says_so(signed_in, ann):
    EmailAddress.objects.create(user=ann, email="second@example.org")
    page = signed_in.get(reverse("mfa_add_webauthn"), follow=True)
    assert "Confirm your e-mail address first" in wears_our_design(page).text
    assert page.redirect_chain[-1][0] == reverse("mfa_index")


def test_an_account_needs_no_address_and_is_told_what_it_misses(client):
    assert "no way back in" in Look(client.get(reverse("account_signup"))).text
    client.post(reverse("account_signup"), {"username": "kid", "password1": PASSWORD, "password2": PASSWORD})
    assert get_user_model().objects.get(username="kid").email == "" and not mail.outbox


@pytest.mark.parametrize("next_page, lands", [("/rooms/KX7PQ/", "/rooms/KX7PQ/"), ("https://elsewhere.example/", "/")])
@pytest.mark.parametrize("name", ["account_login", "account_signup"])
def test_people_come_back_to_the_room_they_came_from(client, ann, name, next_page, lands):
    look = Look(client.get(reverse(name), {"next": next_page}))
    hidden = look.all("input", type="hidden", name="next")
    assert [field["value"] for field in hidden[:1]] == [next_page]
    assert any("next=" in link["href"] for link in look.all("a")) is (lands == next_page)
    response = client.post(reverse(name), {"login": "ann", "password": PASSWORD, "username": "bob",
                                           "password1": PASSWORD, "password2": PASSWORD, "next": next_page})
    assert response.status_code == 302 and response["Location"].replace("http://testserver", "") == lands


def test_looking_at_the_page_signs_nobody_out(signed_in):
    signed_in.get(reverse("account_logout"))
    assert "_auth_user_id" in signed_in.session
    signed_in.post(reverse("account_logout"))
    assert "_auth_user_id" not in signed_in.session


@CURRENT
def test_admins_come_in_by_the_same_door(client, ann):
    ann.is_staff = ann.is_superuser = True
    ann.save()
    client.post("/admin/login/", {"username": "ann", "password": PASSWORD})
    assert "_auth_user_id" not in client.session
    look = wears_our_design(client.get("/admin/", follow=True))
    way_back = look.all("input", name="next")[0]["value"]
    client.post(reverse("account_login"), {"login": "ann", "password": PASSWORD, "next": way_back})
    assert client.get("/admin/").status_code == 200


@CURRENT
def test_others_are_told_that_they_may_not(signed_in):
    assert signed_in.get("/admin/", follow=True).status_code == 403


def test_each_address_has_its_own_buttons(signed_in, ann):
    EmailAddress.objects.create(user=ann, email="second@example.org")
    buttons = [button.get("name") for button in Look(signed_in.get(reverse("account_email"))).all("button")]
    assert [name for name in buttons if name] == ["action_send", "action_remove", "action_add"]
    signed_in.post(reverse("account_email"), {"email": "second@example.org", "action_remove": ""})
    assert not EmailAddress.objects.filter(email="second@example.org").exists()


def test_what_people_typed_is_told_back_as_they_typed_it(signed_in, ann):
    EmailAddress.objects.create(user=ann, email="o'neil@example.org")
    page = signed_in.post(reverse("account_email"), {"email": "o'neil@example.org", "action_remove": ""}, follow=True)
    told = wears_our_design(page).text.replace("&#x27;", "&#39;")
    assert "<li>o&#39;neil@example.org is gone from your account.</li>" in told


def test_signing_in_and_out_says_no_more_than_needed(signed_in):
    assert not Look(signed_in.get("/")).all("ul", **{"class": "messages"})
    assert "See you at the next table!" in Look(signed_in.post(reverse("account_logout"), follow=True)).text


def test_guessing_a_password_is_stopped_after_five_tries(client, ann):
    for _ in range(5):
        client.post(reverse("account_login"), {"login": "ann", "password": "wrong"})
    response = client.post(reverse("account_login"), {"login": "ann", "password": PASSWORD})
    assert "Too many tries" in wears_our_design(response).text


@CURRENT
def test_an_address_cannot_be_flooded_with_letters(client, ann):
    from allauth.account import app_settings
    assert app_settings.RATE_LIMITS["reset_password"].endswith("5/h/key")
    statuses = [client.post(reverse("account_reset_password"), {"email": "ann@example.org"}).status_code
                for _ in range(6)]
    assert statuses == [302] * 5 + [429] and len(mail.outbox) == 5


@CURRENT
def test_who_asks_too_often_sees_our_page(client, ann):
    tries = [client.post(reverse("account_reset_password"), {"email": "ann@example.org"}) for _ in range(6)]
    assert "A little slower" in Look(tries[-1]).text


@CURRENT
def test_tries_are_counted_for_the_address_that_the_proxy_gives(client, ann):
    def tries(address):
        return [client.post(reverse("account_login"), {"login": "nobody%d" % number, "password": "x"},
                            REMOTE_ADDR=address, HTTP_X_FORWARDED_FOR="198.51.100.%d" % number).status_code
                for number in range(31)]
    assert 429 in tries("192.0.2.1") and 200 == client.post(
        reverse("account_login"), {"login": "ann", "password": "x"}, REMOTE_ADDR="192.0.2.2").status_code
