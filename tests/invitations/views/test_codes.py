"""Inviting without an account: an address, the code from the letter, and the letters go. And what a code is
no good for.
"""
from __future__ import unicode_literals

import re

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings as site
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client

from accounts import profiles
from accounts.signing_in import codes
from common.compat import json_dumps, json_loads, reverse
from game.rooms import services
from invitations.models import Invitation
from tests.game.pages import sit
from tests.invitations.people import PASSWORD, a_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("queued", "told")]
EMAIL = "ann@example.org"


def post(client, player, name, **asked):
    """(status, document) of what the panel asks."""
    response = client.post(reverse("invitations:" + name, args=[player.room.code]), json_dumps(asked),
                           content_type="application/json")
    return response.status_code, json_loads(response.content)


def a_code(client, player, email=EMAIL):
    """The code of the letter that this client has asked for."""
    status, said = post(client, player, "send_code", email=email)
    assert (status, said) == (200, {"email": email, "minutes": 10})
    return re.search(r"^\d{6}$", mail.outbox[-1].body, re.M).group(0)


def confirm(client, player, code):
    status, said = post(client, player, "confirm_code", code=code)
    return said.get("code", status)


def wrong(code):
    return "%06d" % ((int(code) + 1) % 1000000)


def signed_in_as(client):
    pk = client.session.get("_auth_user_id")
    return get_user_model().objects.get(pk=pk).username if pk else ""


def test_a_new_host_gets_an_account_with_the_seats_name_and_no_password(client, player):
    before = client.session.session_key
    assert confirm(client, player, a_code(client, player)) == 200
    user = get_user_model().objects.get()
    assert (user.email, profiles.name_of(user), user.has_usable_password()) == (EMAIL, "Ann", False)
    assert EmailAddress.objects.filter(user=user, email=EMAIL, verified=True, primary=True).exists()
    player.refresh_from_db()
    assert player.user == user and signed_in_as(client) == user.username
    assert client.session.session_key != before


def test_then_the_invitations_go(client, player):
    assert post(client, player, "send", addresses="bob@example.org")[1]["code"] == "sign_in"
    confirm(client, player, a_code(client, player))
    assert post(client, player, "send", addresses="bob@example.org")[0] == 200
    assert Invitation.objects.get().email == "bob@example.org"


def test_an_address_with_an_account_opens_that(client, player):
    a_user("Ann")
    assert confirm(client, player, a_code(client, player, "ann@example.org")) == 200
    assert signed_in_as(client) == "ann" and get_user_model().objects.count() == 1


def test_nothing_tells_whether_an_address_has_an_account(client, player):
    a_user("Ann")
    answers = [post(client, player, "send_code", email=email)[0] for email in (EMAIL, "bob@example.org")]
    letters = [re.sub(r"\d{6}", "CODE", letter.body) for letter in mail.outbox]
    assert answers == [200, 200] and letters[0] == letters[1]
    assert mail.outbox[0].subject == mail.outbox[1].subject


def test_whoever_wrote_an_address_down_without_confirming_it_does_not_get_its_owner(client, player):
    squatter = a_user("Ann", verified=False)
    confirm(client, player, a_code(client, player))
    assert signed_in_as(client) != squatter.username
    squatter.refresh_from_db()
    assert squatter.email == "" and not EmailAddress.objects.filter(user=squatter).exists()


def test_an_account_with_an_unconfirmed_address_confirms_it(client):
    ann = a_user("Ann", verified=False)
    client.login(username="ann", password=PASSWORD)
    player = services.open_room("Ann", ann)
    assert confirm(client, player, a_code(client, player)) == 200
    assert EmailAddress.objects.get(user=ann).verified and get_user_model().objects.count() == 1
    assert post(client, player, "send", addresses="bob@example.org")[0] == 200


def test_another_address_than_the_unconfirmed_one_becomes_the_main_one(client):
    ann = a_user("Ann", verified=False)
    client.login(username="ann", password=PASSWORD)
    confirm(client, services.open_room("Ann", ann), a_code(client, ann.players.get(), "new@example.org"))
    assert EmailAddress.objects.get(user=ann, primary=True).email == "new@example.org"
    ann.refresh_from_db()
    assert ann.email == "new@example.org"


def test_the_address_of_another_account_is_not_taken_from_it(client):
    ann, bob = a_user("Ann", verified=False), a_user("Bob")
    client.login(username="ann", password=PASSWORD)
    player = services.open_room("Ann", ann)
    assert confirm(client, player, a_code(client, player, bob.email)) == "address_taken"
    assert EmailAddress.objects.get(email=bob.email).user == bob


def test_a_closed_account_stays_closed(client, player):
    get_user_model().objects.filter(pk=a_user("Ann").pk).update(is_active=False)
    assert confirm(client, player, a_code(client, player)) == "closed" and not signed_in_as(client)


@pytest.mark.skipif(site.CLASSIC, reason="the old allauth knows no second factor")
def test_a_second_factor_is_asked_for_on_its_page(client, player):
    from allauth.mfa.totp.internal import auth
    ann, secret = a_user("Ann"), auth.generate_totp_secret()
    auth.TOTP.activate(ann, secret)
    status, said = post(client, player, "confirm_code", code=a_code(client, player))
    assert (status, said) == (200, {"next": reverse("mfa_authenticate")}) and not signed_in_as(client)
    factor = auth.format_hotp_value(auth.hotp_value(secret, next(auth.yield_hotp_counters_from_time())))
    response = client.post(said["next"], {"code": factor})
    player.refresh_from_db()
    assert response["Location"].endswith(player.room.get_absolute_url() + "#invite") and player.user == ann


# ---- what a code is no good for

def test_five_wrong_ones_end_the_code(client, player):
    code = a_code(client, player)
    assert [confirm(client, player, wrong(code)) for _ in range(5)] == ["code_wrong"] * 5
    assert confirm(client, player, code) == "code_over" and not signed_in_as(client)


def test_tries_at_the_same_time_are_counted_too(client, player):
    code = a_code(client, player)
    session = client.session
    for _ in range(5):
        confirm(client, player, wrong(code))
        kept = client.session
        kept[codes.KEPT] = session[codes.KEPT]  # as requests that all read it before the first was done
        kept.save()
    assert confirm(client, player, code) == "code_over"


def test_a_code_is_good_once(client, player):
    code = a_code(client, player)
    kept = client.session[codes.KEPT]
    confirm(client, player, code)
    client.logout()
    sit(client, services.open_room("Eve"))
    session = client.session
    session[codes.KEPT] = kept
    session.save()
    eve = services.Room.objects.exclude(pk=player.room_id).get().players.get()
    assert confirm(client, eve, code) == "code_over" and not signed_in_as(client)


def test_a_code_is_good_in_its_own_session_only(client, player):
    code = a_code(client, player)
    thief, seat = Client(), services.open_room("Eve")
    sit(thief, seat)
    assert confirm(thief, seat, code) == "code_over" and not signed_in_as(thief)


def test_a_code_is_good_for_ten_minutes(client, player, monkeypatch):
    code, now = a_code(client, player), codes.now_ms()
    monkeypatch.setattr("accounts.signing_in.codes.now_ms", lambda: now + 601000)
    assert confirm(client, player, code) == "code_over"


def test_a_new_code_ends_the_old_one(client, player):
    old, new = a_code(client, player), a_code(client, player)
    assert old == new or confirm(client, player, old) == "code_wrong"
    assert confirm(client, player, " ".join([new[:3], new[3:]])) == 200


def test_the_code_stands_in_the_letter_alone(client, player):
    code = a_code(client, player)
    assert code not in json_dumps(dict(client.session.items())) and code not in mail.outbox[0].subject


def test_an_address_gets_five_codes_an_hour_from_whatever_table(client, player, standing_clock):
    for _ in range(5):
        a_code(client, player)
    other, seat = Client(), services.open_room("Eve")
    sit(other, seat)
    assert post(other, seat, "send_code", email="ANN@example.org")[1]["code"] == "too_many_codes"
    assert len(mail.outbox) == 5


def test_a_session_writes_to_few_addresses(client, player, standing_clock):
    said = [post(client, player, "send_code", email="a%d@example.org" % number)[0] for number in range(7)]
    assert said == [200] * 6 + [429]


def test_an_address_is_guessed_at_thirty_times_a_day(client, player, monkeypatch, standing_clock):
    monkeypatch.setitem(codes.LETTERS, "address", "100/h")
    monkeypatch.setitem(codes.LETTERS, "session", "100/h")
    said = []
    for _ in range(7):
        code = a_code(client, player)
        said += [confirm(client, player, wrong(code)) for _ in range(5)]
    assert said.count("code_wrong") == 30 and said[-1] == "too_many_codes"


def test_only_a_host_who_may_not_invite_yet_is_written_to(client, player):
    guest = Client()
    sit(guest, services.join(player.room, "Bob"))
    assert post(guest, player, "send_code", email=EMAIL)[1]["code"] == "not_host"
    confirm(client, player, a_code(client, player))
    assert post(client, player, "send_code", email=EMAIL)[1]["code"] == "confirmed"
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("asked", [{"email": "ann"}, {"email": "ann@example.org\nBcc: bob@example.org"},
                                   {"email": "%s@example.org" % ("a" * 300)},
                                   {"email": None}, {}])
def test_what_is_no_address_is_said(client, player, asked):
    status, said = post(client, player, "send_code", **asked)
    assert status == 400 and said["code"] in ("bad_email", "bad_request") and not mail.outbox
