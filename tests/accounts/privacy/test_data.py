"""Download my data: everything about me, and no secret of anybody."""
from __future__ import unicode_literals

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings

from accounts import profiles
from common.compat import json_loads, reverse
from game.history import favourites
from tests.game.history.test_past_games import keep_round
from tests.game.pages import json_of, text_of
from tests.game.people import a_table_of, an_account, win_round
from tests.game.table import a_table

pytestmark = pytest.mark.django_db
DATA = "/accounts/data/"


@pytest.fixture
def ann(client, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    ann = an_account(email="ann@example.org")
    EmailAddress.objects.create(user=ann, email="ann@example.org", verified=True, primary=True)
    client.login(username="ann", password="walnut-pudding-7")
    return ann


def test_it_is_a_file_that_nobody_keeps(client, ann):
    response = client.get(DATA)
    assert response["Content-Type"] == "application/json" and "attachment" in response["Content-Disposition"]
    assert "no-store" in response["Cache-Control"] and "private" in response["Cache-Control"]


def test_it_tells_who_i_am(client, ann):
    profiles.change(ann, "Ann Lee", "pl")
    data = json_of(client.get(DATA))
    assert (data["account"]["username"], data["account"]["email"]) == ("ann", "ann@example.org")
    assert data["account"]["has_password"] is True and data["account"]["joined"]
    assert data["addresses"] == [{"email": "ann@example.org", "verified": True, "primary": True}]
    assert data["profile"] == {"name": "Ann Lee", "language": "pl", "speaks": "", "answers": False, "face": 0,
                               "colour": 0}


def test_it_tells_where_i_sat_and_what_i_played(client, ann):
    table = a_table_of(ann)
    table.deal()
    won = win_round(table, "ann")
    favourites.give(ann, won)
    data = json_of(client.get(DATA))
    assert [(seat["room"], seat["name"]) for seat in data["seats"]] == [(table.room.code, "Ann")]
    assert len(data["rounds"]) == table.room.results.count()
    mine = data["rounds"][-1]
    cards = [play["cards"] for play in json_loads(won.plays) if play["name"] == "Ann"][0]
    assert (mine["cards"], mine["won"], mine["judged"], mine["black"]) == (cards, True, False, won.black)
    assert [heart["cards"] for heart in data["favourites"]] == [cards]


def test_rounds_i_judged_are_mine_and_rounds_i_missed_are_not(client, ann):
    table = a_table("Bob", "Cat", "Dan")
    keep_round(table, 1, 1, "cat", judge="bob")
    table.sit_down("Ann", ann)
    keep_round(table, 1, 2, "cat", judge="ann")
    data = json_of(client.get(DATA))
    assert [(entry["round"], entry["judged"], entry["cards"]) for entry in data["rounds"]] == [(2, True, [])]


def test_it_holds_no_secret_and_nothing_of_the_others(client, ann):
    table = a_table_of(ann, "Ann", "Berta", "Cleo")
    table.deal()
    win_round(table, "ann")
    an_account("berta", email="berta@example.org")
    text = text_of(client.get(DATA))
    secrets = list(table.room.players.values_list("key", flat=True)) + [ann.password,
                                                                        client.session.session_key]
    assert [secret for secret in secrets + ["Berta", "berta", "Cleo"] if secret in text] == []


def test_it_names_passkeys_without_what_they_hide(client, ann):
    if settings.CLASSIC:
        assert json_of(client.get(DATA))["passkeys_and_codes"] == []
        return
    from allauth.mfa.models import Authenticator
    Authenticator.objects.create(user=ann, type="totp", data={"secret": "OPENSESAME"})
    response = client.get(DATA)
    assert [key["type"] for key in json_of(response)["passkeys_and_codes"]] == ["totp"]
    assert "OPENSESAME" not in text_of(response)


def test_downloading_changes_nothing_and_takes_no_post(client, ann):
    assert client.post(reverse("accounts:data")).status_code == 405
