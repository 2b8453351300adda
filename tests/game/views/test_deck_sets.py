"""Choices of decks that people with an account keep at a table."""
from __future__ import unicode_literals

import pytest
from django.contrib.auth import get_user_model

from decks.models import DRAFT, Deck, DeckSet
from tests.game.pages import address, json_of, sit
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    return a_table("Ann", "Bob", "Cat")


@pytest.fixture
def ann(client, table):
    user = get_user_model().objects.create_user("ann", password="secret word")
    client.login(username="ann", password="secret word")
    sit(client, table.player("ann"))
    return user


def keep(client, table, name="Friday"):
    return client.post(address("keep_decks", table.room.code), {"name": name})


def test_the_chosen_decks_are_kept_and_offered_at_the_next_table(client, table, ann):
    kept, = json_of(keep(client, table))["sets"]
    assert (kept["name"], kept["own"], kept["decks"]) == ("Friday", True, [table.deck.pk])
    assert json_of(client.get(address("decks", table.room.code)))["sets"] == [kept]


def test_a_deck_that_is_not_theirs_to_choose_is_not_kept(client, table, ann):
    Deck.objects.update(status=DRAFT)
    answer = keep(client, table)
    assert answer.status_code == 400 and "Choose some decks" in json_of(answer)["message"]


def test_a_choice_without_a_name_says_what_to_do(client, table, ann):
    assert keep(client, table, " ").status_code == 400 and not DeckSet.objects.exists()


def test_a_stranger_learns_nothing_of_what_a_room_has_chosen(client, table):
    get_user_model().objects.create_user("dora", password="secret word")
    client.login(username="dora", password="secret word")
    assert keep(client, table).status_code == 404 and not DeckSet.objects.exists()


def test_guests_are_told_to_sign_in(client, table):
    sit(client, table.player("bob"))
    answer = keep(client, table)
    assert answer.status_code == 403 and "Sign in" in json_of(answer)["message"]


def test_a_kept_choice_is_let_go(client, table, ann):
    kept = json_of(keep(client, table))["kept"]
    assert json_of(client.post("/deck-sets/%d/forget/" % kept))["sets"] == [] and not DeckSet.objects.exists()


def test_nobody_lets_go_what_others_keep(client, table, ann):
    other = DeckSet.objects.create(name="Hers", owner=get_user_model().objects.create_user("dora"))
    client.post("/deck-sets/%d/forget/" % other.pk)
    assert DeckSet.objects.filter(pk=other.pk).exists()
