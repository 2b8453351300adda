"""Deleting an account: proof first, then nothing that names the person is left,
and the games of the others stay.
"""
from __future__ import unicode_literals

import mock
import pytest
from allauth.account.models import EmailAddress, EmailConfirmation
from django.apps import apps
from django.conf import settings
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from accounts import profiles
from accounts.privacy import account_deletion
from common.compat import json_dumps, json_loads, reverse
from game.history import favourites
from game.models import Player, RoundResult
from tests.game.pages import path_of, sit, text_of
from tests.game.people import a_table_of, an_account, enter, win_round

pytestmark = pytest.mark.django_db
PASSWORD = "walnut-pudding-7"


@pytest.fixture(autouse=True)
def published(monkeypatch, settings):
    """The updates that are published on the way."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    updates = []
    monkeypatch.setattr("game.rooms.services.publish", lambda handler, update: updates.append(update))
    return updates


def zelda(client, **fields):
    """An account with a name found nowhere else, signed in."""
    user = an_account("zelda-quux", email="zelda@quux.example", **fields)
    enter(client, user)
    return user


def ask(client, proof=PASSWORD):
    return client.post(reverse("accounts:delete"), {"proof": proof})


def everything():
    """All that is stored, as text: every row of every table, with sessions decoded."""
    rows = [row for model in apps.get_models(include_auto_created=True) for row in model.objects.values()]
    return "%r" % (rows + [session.get_decoded() for session in Session.objects.all()],)


def still_there(django_user_model):
    return django_user_model.objects.filter(username="zelda-quux").exists()


def test_nothing_that_names_the_person_is_left(client, published):
    user = zelda(client)
    profiles.change(user, "Zeldarina", "en")
    address = EmailAddress.objects.create(user=user, email="zelda@quux.example", verified=True, primary=True)
    EmailConfirmation.objects.create(email_address=address, key="k", sent=timezone.now())
    LogEntry.objects.create(user=an_account("boss"), content_type=ContentType.objects.get_for_model(address),
                            object_id=address.pk, object_repr="%s" % address, action_flag=CHANGE)
    table = a_table_of(user, "Zelda", "Bob", "Cat", "Dan")
    table.act("zelda", "start_game")
    favourites.give(user, win_round(table, "zelda"))
    lobby = a_table_of(user, "Zeldine", "Bob", name="Cake")
    enter(Client(), user)
    assert everything().lower().count("zeld") > 8
    assert path_of(ask(client)) == "/"
    assert "zeld" not in everything().lower() and "quux" not in everything().lower()
    assert "zeldine" not in lobby.state["players"]


def test_linked_accounts_and_passkeys_go_too(client):
    if not settings.CLASSIC:
        from allauth.mfa.models import Authenticator
        from allauth.socialaccount.models import SocialAccount
        user = zelda(client)
        Authenticator.objects.create(user=user, type="totp", data={"name": "zelda's phone"})
        SocialAccount.objects.create(user=user, provider="github", uid="zelda",
                                     extra_data={"login": "zelda-quux"})
    else:
        zelda(client)
    ask(client)
    assert "zelda" not in everything()


def test_the_games_of_the_others_stay(client):
    table = a_table_of(zelda(client), "Zelda", "Bob", "Cat", "Dan")
    table.act("zelda", "start_game")
    result = win_round(table, "zelda")
    cards = [play["cards"] for play in json_loads(result.plays)]
    ask(client)
    kept = RoundResult.objects.get(pk=result.pk)
    assert [play["cards"] for play in json_loads(kept.plays)] == cards
    assert "Somebody" in [play["name"] for play in json_loads(kept.plays)]
    assert kept.winner.name == "Somebody" and Player.objects.count() == 4


def test_the_tables_hear_of_it(client, published):
    table = a_table_of(zelda(client), "Zelda", "Bob", "Cat", "Dan")
    table.act("zelda", "start_game")
    ask(client)
    news = [json_loads(update.public) for update in published if update.public]
    assert [entry["type"] for entry in news[0]["log"]][:2] == ["renamed", "left"]
    assert news[0]["table"]["players"]["1"] == {"name": "Somebody", "presence": "left"}
    assert published[-1].disconnects == {"1": "not_admitted"}
    assert json_dumps(news).count("Zelda") == 0


def test_all_browsers_are_signed_out_and_the_page_says_goodbye(client):
    user, other = zelda(client), Client()
    enter(other, user)
    page = text_of(client.post(reverse("accounts:delete"), {"proof": PASSWORD}, follow=True))
    assert "Your account is gone" in page and reverse("account_login") in page
    assert "/accounts/login/" in path_of(other.get(reverse("accounts:profile")))


def test_guests_and_others_stay_signed_in(client, django_user_model):
    other, guest = Client(), Client()
    enter(other, an_account("bob"))
    table = a_table_of(zelda(client), "Zelda", "Guest")
    sit(guest, table.player("guest"))
    ask(client)
    assert other.get(reverse("accounts:profile")).status_code == 200
    assert '"player":"2"' in text_of(guest.get(table.room.get_absolute_url()))


@pytest.mark.parametrize("proof, advice",
                         [("", "Type your password"), ("wrong", "not your password"), ("DELETE", "not your")])
def test_without_the_password_nothing_happens(client, django_user_model, proof, advice):
    zelda(client)
    response = ask(client, proof)
    assert response.status_code == 400 and advice in text_of(response) and still_there(django_user_model)


@pytest.mark.parametrize("proof, gone", [("DELETE", True), (" delete ", True), ("yes", False), ("", False)])
def test_where_there_is_no_password_a_word_will_do(client, django_user_model, proof, gone):
    zelda(client, password=None)
    assert "Type the word DELETE" in text_of(client.get(reverse("accounts:delete")))
    assert ask(client, proof).status_code == (302 if gone else 400)
    assert still_there(django_user_model) != gone


def test_passwords_cannot_be_tried_without_end(client, django_user_model, standing_clock):
    zelda(client)
    answers = [text_of(ask(client, "wrong")) for _ in range(11)]
    assert "Too many tries" not in answers[9] and "Too many tries" in answers[10]
    assert ask(client).status_code == 400 and still_there(django_user_model)


def test_the_last_administrator_cannot_go(client, django_user_model):
    zelda(client)
    an_account("retired")
    django_user_model.objects.update(is_superuser=True)
    django_user_model.objects.filter(username="retired").update(is_active=False)
    assert "only administrator" in text_of(client.get(reverse("accounts:delete")))
    response = ask(client)
    assert response.status_code == 409 and "Make somebody else an administrator" in text_of(response)
    assert still_there(django_user_model)
    an_account("heir")
    django_user_model.objects.update(is_superuser=True)
    assert ask(client).status_code == 302
    assert not still_there(django_user_model)


def test_a_table_that_is_too_busy_can_be_asked_again(client, django_user_model):
    a_table_of(zelda(client), "Zelda")
    with mock.patch("game.moves.storage.swap",
                    return_value=set()), mock.patch("game.rooms.services._step_back"):
        response = ask(client)
    assert response.status_code == 409 and "try again in a moment" in text_of(response)
    assert still_there(django_user_model)
    assert ask(client).status_code == 302 and not still_there(django_user_model)


def test_an_end_that_was_cut_short_can_be_made_again(client, django_user_model):
    table = a_table_of(zelda(client), "Zelda", "Bob")
    with mock.patch("accounts.privacy.account_deletion.end_sessions",
                    side_effect=MemoryError), pytest.raises(MemoryError):
        account_deletion.delete_account(django_user_model.objects.get())
    assert still_there(django_user_model) and table.player("zelda").name == "Somebody"
    account_deletion.delete_account(django_user_model.objects.get())
    assert not still_there(django_user_model)
