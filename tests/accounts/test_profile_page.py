"""The profile page: what others see, what is remembered, and the ways to everything else."""
from __future__ import unicode_literals

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts import profiles
from common.compat import reverse
from game.history import favourites
from tests.game.history.test_past_games import keep_round
from tests.game.pages import path_of, text_of
from tests.game.people import a_table_of, an_account, enter, own

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()


@pytest.fixture
def ann(client):
    """An account that is signed in."""
    ann = an_account(email="ann@example.org")
    client.login(username="ann", password="walnut-pudding-7")
    return ann


def profile(client):
    return text_of(client.get(reverse("accounts:profile")))


def save(client, name="Ann", language="en"):
    return client.post(reverse("accounts:profile"), {"name": name, "language": language})


@pytest.mark.parametrize("page", ["profile", "data", "delete"])
def test_guests_are_asked_to_sign_in(client, page):
    address = reverse("accounts:" + page)
    assert path_of(client.get(address)) == "/accounts/login/?next=" + address


def test_it_keeps_the_name_and_the_language(client, ann):
    assert path_of(save(client, " Ann  Lee ", "pl")) == reverse("accounts:profile")
    ann.refresh_from_db()
    assert (profiles.name_of(ann), profiles.language_of(ann)) == ("Ann Lee", "pl")
    page = profile(client)
    assert 'value="Ann Lee"' in page and "Saved" in page


@pytest.mark.parametrize("fields, advice", [
    ({"name": ""}, "Give a name"), ({"name": "An\u202en"}, "cannot be shown"),
    ({"name": "x" * 25}, "24 characters at most"),
    ({"language": "tlh"}, "tlh")])
def test_what_cannot_be_is_refused_with_advice_and_kept_in_the_field(client, ann, fields, advice):
    response = save(client, **fields)
    assert response.status_code == 400 and advice in text_of(response)
    assert fields.get("name", "Ann") in text_of(response)
    assert not hasattr(type(ann).objects.get(), "profile")


def test_guests_write_back_only_to_who_agrees(client, ann):
    save(client)
    assert profiles.answers_to(ann) == []
    client.post(reverse("accounts:profile"), {"name": "Ann", "language": "en", "answers": "on"})
    ann.refresh_from_db()
    assert profiles.profile_of(type(ann).objects.get()).answers
    assert "checked" in text_of(client.get(reverse("accounts:profile")))


def test_it_offers_the_languages_of_our_letters(client, ann):
    page = profile(client)
    assert all('value="%s"' % code in page for code, _ in settings.LANGUAGES)


def test_looking_stores_nothing(client, ann):
    profile(client)
    assert not hasattr(type(ann).objects.get(), "profile")


def test_a_name_is_shown_and_never_run(client, ann):
    save(client, "<b>Ann</b>")
    page = profile(client)
    assert "&lt;b&gt;Ann" in page and "<b>Ann" not in page


def test_every_page_leads_to_the_profile_with_name_and_face(client, ann):
    save(client, "Annabel")
    page = text_of(client.get("/"))
    assert 'href="/accounts/profile/"' in page and "<span>Annabel</span>" in page and 'class="avatar"' in page


def test_it_leads_to_everything_about_the_account(client, ann):
    page = profile(client)
    names = ["account_email", "account_change_password", "account_logout", "accounts:data", "accounts:delete"]
    assert [name for name in names if '"%s"' % reverse(name) not in page] == []
    assert ("/2fa/" in page) == (not settings.CLASSIC)


def test_whoever_has_no_password_is_offered_to_choose_one(client):
    enter(client, an_account(password=None))
    page = profile(client)
    assert reverse("account_set_password") in page and reverse("account_change_password") not in page


def test_it_shows_what_was_won_and_played_and_hosted(client, ann):
    table = a_table_of(ann)
    result = keep_round(table, 1, 1, "ann", judge="bob")
    page = profile(client)
    assert "1 round won, 1 game won" in page and "a duck of Ann" in page
    assert "Ann&nbsp;1, Cat&nbsp;0, Bob&nbsp;0" in page and "Won" in page
    assert "with Bob, Cat" in page and 'aria-pressed="false"' in page
    favourites.give(ann, result)
    assert 'aria-pressed="true"' in profile(client)


def test_somebody_new_is_told_what_will_be_here(client, ann):
    page = profile(client)
    assert "Nothing yet." in page and "No game has ended yet." in page and "You host no room." in page


def test_rooms_that_others_host_are_not_mine(client, ann):
    table = a_table_of(an_account("bob"), "Bob", "Ann")
    own(table, "ann", ann)
    assert table.room.code not in profile(client)


def test_it_asks_as_much_for_two_hundred_rounds_as_for_one(client, ann):
    table, asked = a_table_of(ann), []
    for rounds in (1, 200):
        for number in range(rounds):
            keep_round(table, rounds + number // 10, number, "ann", judge="bob")
        with CaptureQueriesContext(connection) as seen:
            assert client.get(reverse("accounts:profile")).status_code == 200
        asked.append(len(seen))
    assert asked[0] == asked[1] <= 15
