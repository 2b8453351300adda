"""How people come in, stay, and go out by allauth's pages: what is asked, told, kept and refused."""
from __future__ import unicode_literals

import re

import pytest
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from django.conf import settings as project
from django.contrib.auth import get_user_model
from django.core import mail

from common.compat import reverse
from tests.accounts.looks import PASSWORD, Look, ann, current, fresh, signed_in, wears_our_design

__all__ = ["ann", "fresh", "signed_in"]  # fixtures


def test_a_mailed_link_confirms_by_a_press_and_never_by_looking(client, ann):
    address = EmailAddress.objects.create(user=ann, email="new@example.org")
    page = reverse("account_confirm_email", args=[EmailConfirmationHMAC(address).key])
    look = wears_our_design(client.get(page))
    assert not EmailAddress.objects.get(pk=address.pk).verified and look.all("form", action=None)
    client.post(page)
    assert EmailAddress.objects.get(pk=address.pk).verified


@pytest.mark.parametrize("name, key", [("account_confirm_email", ["x:y"]),
                                       ("account_reset_password_from_key", ["1", "x-y"])])
def test_a_link_that_is_used_up_says_what_to_do(client, name, key):
    assert "used up" in wears_our_design(client.get(reverse(name, args=key))).text


def test_a_mailed_link_leads_to_a_new_password_and_in(client, ann):
    client.post(reverse("account_reset_password"), {"email": "ann@example.org"})
    link = re.search(r"http://[^/\s]+(\S+/key/\S+)", mail.outbox[0].body).group(1)
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


@current
def test_a_passkey_belongs_to_the_host_and_bears_the_name_of_the_game(signed_in, ann):
    page = wears_our_design(signed_in.get(reverse("mfa_add_webauthn")))
    assert '"rp": {"name": "Cards Against Django", "id": "localhost"}' in page.text
    assert page.all("input", name="name", value="Passkey 1")


@current
def test_a_passkey_waits_for_the_address_and_says_so(signed_in, ann):
    EmailAddress.objects.create(user=ann, email="second@example.org")
    page = signed_in.get(reverse("mfa_add_webauthn"), follow=True)
    assert "Confirm your e-mail address first" in wears_our_design(page).text
    assert page.redirect_chain[-1][0] == reverse("mfa_index")


def test_an_account_needs_no_address_and_is_told_what_it_misses(client):
    assert "no way back in" in Look(client.get(reverse("account_signup"))).text
    client.post(reverse("account_signup"), {"username": "kid", "password1": PASSWORD, "password2": PASSWORD})
    assert get_user_model().objects.get(username="kid").email == "" and not mail.outbox


@pytest.mark.parametrize("next_page, lands",
                         [("/rooms/KX7PQ/", "/rooms/KX7PQ/"), ("https://elsewhere.example/", "/")])
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


@current
def test_admins_come_in_by_the_same_door(client, ann):
    ann.is_staff = ann.is_superuser = True
    ann.save()
    client.post("/admin/login/", {"username": "ann", "password": PASSWORD})
    assert "_auth_user_id" not in client.session
    look = wears_our_design(client.get("/admin/", follow=True))
    way_back = look.all("input", name="next")[0]["value"]
    client.post(reverse("account_login"), {"login": "ann", "password": PASSWORD, "next": way_back})
    assert client.get("/admin/").status_code == 200


@current
def test_others_are_told_that_they_may_not(signed_in):
    assert signed_in.get("/admin/", follow=True).status_code == 403


def test_each_address_has_its_own_buttons(signed_in, ann):
    EmailAddress.objects.create(user=ann, email="second@example.org")
    buttons = [button.get("name") for button in Look(signed_in.get(reverse("account_email"))).all("button")]
    assert [name for name in buttons if name not in (None, "language")] == ["action_send", "action_remove", "action_add"]
    signed_in.post(reverse("account_email"), {"email": "second@example.org", "action_remove": ""})
    assert not EmailAddress.objects.filter(email="second@example.org").exists()


def test_what_people_typed_is_told_back_as_they_typed_it(signed_in, ann):
    EmailAddress.objects.create(user=ann, email="o'neil@example.org")
    page = signed_in.post(reverse("account_email"), {"email": "o'neil@example.org", "action_remove": ""},
                          follow=True)
    told = wears_our_design(page).text.replace("&#x27;", "&#39;")
    assert "<li>o&#39;neil@example.org is gone from your account.</li>" in told


def test_signing_in_and_out_says_no_more_than_needed(signed_in):
    assert not Look(signed_in.get("/")).all("ul", **{"class": "messages"})
    assert "See you at the next table!" in Look(signed_in.post(reverse("account_logout"), follow=True)).text


def test_guessing_a_password_is_stopped_after_five_tries(client, ann, standing_clock):
    for _ in range(5):
        client.post(reverse("account_login"), {"login": "ann", "password": "wrong"})
    response = client.post(reverse("account_login"), {"login": "ann", "password": PASSWORD})
    assert "Too many tries" in wears_our_design(response).text


@current
def test_an_address_cannot_be_flooded_with_letters(client, ann, standing_clock):
    from allauth.account import app_settings
    assert app_settings.RATE_LIMITS["reset_password"].endswith("5/h/key")
    statuses = [client.post(reverse("account_reset_password"), {"email": "ann@example.org"}).status_code
                for _ in range(6)]
    assert statuses == [302] * 5 + [429] and len(mail.outbox) == 5


@current
def test_who_asks_too_often_sees_our_page(client, ann, standing_clock):
    tries = [client.post(reverse("account_reset_password"), {"email": "ann@example.org"}) for _ in range(6)]
    assert "A little slower" in Look(tries[-1]).text


@current
def test_tries_are_counted_for_the_address_that_the_proxy_gives(client, ann, standing_clock):
    def tries(address):
        return [client.post(reverse("account_login"), {"login": "nobody%d" % number, "password": "x"},
                            REMOTE_ADDR=address, HTTP_X_FORWARDED_FOR="198.51.100.%d" % number).status_code
                for number in range(31)]
    assert 429 in tries("192.0.2.1") and 200 == client.post(
        reverse("account_login"), {"login": "ann", "password": "x"}, REMOTE_ADDR="192.0.2.2").status_code
