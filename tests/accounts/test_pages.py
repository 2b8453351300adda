"""Every page of allauth wears our design on both stacks: the walk below misses none that has an address."""
from __future__ import unicode_literals

import re

import pytest
from allauth import urls as allauth_urls
from django.core import mail
from django.shortcuts import render

from common.compat import reverse
from tests.accounts.looks import PASSWORD, ann, current, fresh, signed_in, wears_our_design

__all__ = ["ann", "fresh", "signed_in"]  # fixtures
# Addresses that only take a form, hand out a file, or belong to another site's way back; and ways that are
# off.
NO_PAGES = {"mfa_login_webauthn", "mfa_download_recovery_codes", "account_confirm_login_code",
            "github_callback", "google_callback", "twitter_oauth2_callback", "google_login_by_token"}


def names_in(patterns):
    """The names of all addresses, however deep."""
    names = set()
    for pattern in patterns:
        names |= names_in(pattern.url_patterns) if hasattr(pattern, "url_patterns") else {pattern.name}
    return names - {None}


FOR_EVERYBODY = ["account_login", "account_signup", "account_reset_password", "account_reset_password_done",
                 "account_reset_password_from_key_done", "account_email_verification_sent",
                 "account_inactive"]
SIGNED_IN = ["account_logout", "account_email", "account_change_password"]
CURRENT_FOR_EVERYBODY = {"socialaccount_login_cancelled": 200, "socialaccount_login_error": 401}
CURRENT_SIGNED_IN = ["account_reauthenticate", "mfa_index", "mfa_list_webauthn", "mfa_add_webauthn",
                     "mfa_activate_totp",
                     "socialaccount_connections"]
PROTECTED = ["mfa_index", "mfa_list_webauthn", "mfa_add_webauthn", "mfa_view_recovery_codes",
             "mfa_reauthenticate",
             "mfa_generate_recovery_codes", "mfa_deactivate_totp", "mfa_reauthenticate_webauthn",
             "mfa_edit_webauthn", "mfa_remove_webauthn"]
# Pages that need more than an address: they have tests of their own here or beside the other sites' accounts.
ALONE = ["account_request_reauthentication_code", "account_confirm_reauthentication_code",
         "account_set_password",
         "account_confirm_email", "account_reset_password_from_key", "mfa_authenticate",
         "socialaccount_signup",
         "github_login", "google_login", "twitter_oauth2_login"]


def test_the_walk_misses_no_page():
    walked = set(FOR_EVERYBODY + SIGNED_IN + list(CURRENT_FOR_EVERYBODY) + CURRENT_SIGNED_IN + PROTECTED
                 + ALONE) | NO_PAGES
    assert names_in(allauth_urls.urlpatterns) - walked == set()


@pytest.mark.parametrize("name", FOR_EVERYBODY)
def test_pages_for_everybody(client, name):
    wears_our_design(client.get(reverse(name)))


@pytest.mark.parametrize("name", SIGNED_IN)
def test_pages_of_an_account(signed_in, name):
    wears_our_design(signed_in.get(reverse(name)))


@current
@pytest.mark.parametrize("name", sorted(CURRENT_FOR_EVERYBODY))
def test_pages_of_the_current_allauth_for_everybody(client, name):
    wears_our_design(client.get(reverse(name)), CURRENT_FOR_EVERYBODY[name])


@current
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
    return Authenticator.objects.create(user=user, type="webauthn",
                                        data={"name": "My phone", "credential": {}})


@current
@pytest.mark.parametrize("name", PROTECTED)
def test_pages_of_a_protected_account(signed_in, ann, monkeypatch, name):
    monkeypatch.setattr("allauth.mfa.webauthn.internal.auth.get_credentials", lambda user: [])
    key = protect(ann)
    arguments = [key.pk] if name in ("mfa_edit_webauthn", "mfa_remove_webauthn") else []
    wears_our_design(signed_in.get(reverse(name, args=arguments)))


@pytest.mark.skipif("account_request_reauthentication_code" not in names_in(allauth_urls.urlpatterns),
                    reason="neither the old allauth nor the one for Python 3.10 has such codes")
def test_a_code_by_letter_shows_that_it_is_still_you(client, ann):
    client.force_login(ann, "allauth.account.auth_backends.AuthenticationBackend")
    assert client.get(reverse("mfa_add_webauthn"))["Location"].startswith(reverse("account_reauthenticate"))
    page = wears_our_design(client.get(reverse("account_request_reauthentication_code"))).text
    assert "the letter is kept here" in page and "We send you" not in page
    asked = client.post(reverse("account_request_reauthentication_code"), {"recipient": ann.email},
                        follow=True)
    assert asked.redirect_chain[-1][0] == reverse("account_confirm_reauthentication_code")
    assert "not the code" in wears_our_design(client.post(asked.redirect_chain[-1][0], {"code": "no"})).text
    code = re.search(r"^[A-Z0-9-]{4,9}$", mail.outbox[0].body, re.MULTILINE).group()
    assert client.post(reverse("account_confirm_reauthentication_code"), {"code": code}).status_code == 302
    wears_our_design(client.get(reverse("mfa_add_webauthn")))


@current
def test_the_second_step_of_signing_in(client, ann, monkeypatch):
    monkeypatch.setattr("allauth.mfa.webauthn.internal.auth.get_credentials", lambda user: [])
    protect(ann)
    response = client.post(reverse("account_login"), {"login": "ann", "password": PASSWORD}, follow=True)
    assert response.redirect_chain[-1][0] == reverse("mfa_authenticate")
    look = wears_our_design(response)
    assert look.all("input", autocomplete="one-time-code") and not look.all("button",
                                                                            id="mfa_webauthn_authenticate")


def test_pages_that_stand_in_for_others(client, monkeypatch):
    request = client.get(reverse("account_login")).wsgi_request
    assert reverse("account_email") in wears_our_design(
        render(request, "account/verified_email_required.html")).text
    monkeypatch.setattr("accounts.signing_in.adapter.AccountAdapter.is_open_for_signup", lambda adapter, request: False)
    assert "No new accounts" in wears_our_design(client.get(reverse("account_signup"))).text


def test_an_account_without_a_password_chooses_one(signed_in, ann):
    ann.set_unusable_password()
    ann.save()
    session = signed_in.session
    session["_auth_user_hash"] = ann.get_session_auth_hash()
    session.save()
    look = wears_our_design(signed_in.get(reverse("account_set_password")))
    assert len(look.all("input", autocomplete="new-password")) == 2
