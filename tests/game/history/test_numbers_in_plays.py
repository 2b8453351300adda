"""Plays that were kept by their players' names alone get the numbers, once: game/migrations/0007."""
from __future__ import unicode_literals

from importlib import import_module

import pytest
from django.apps import apps

from common.compat import json_dumps, json_loads
from game.models import RoundResult
from tests.game.table import a_table

pytestmark = pytest.mark.django_db
put_numbers = import_module("game.migrations.0007_numbers_in_plays").put_numbers


def keep(table, number, *names):
    plays = [{"name": name, "cards": ["a duck \u20ac"], "won": False} for name in names]
    return RoundResult.objects.create(room=table.room, game=1, round=number, black="_", pick=1,
                                      plays=json_dumps(plays))


def players_of(result):
    return [play.get("player") for play in json_loads(RoundResult.objects.get(pk=result.pk).plays)]


def test_each_room_has_numbers_of_its_own(monkeypatch):
    monkeypatch.setattr("game.migrations.0007_numbers_in_plays.AT_ONCE", 1)
    one, two = a_table("Ann", "Bob"), a_table("Bob", "Ann", name="Cake")
    first, second = keep(one, 1, "Bob", "Ann"), keep(two, 1, "Bob", "Ann")
    put_numbers(apps, None)
    assert (players_of(first), players_of(second)) == ([2, 1], [1, 2])


def test_what_has_a_number_or_is_nobodys_stays():
    table = a_table("Ann", "Bob")
    kept = keep(table, 1, "Zoe", "Ann")
    put_numbers(apps, None)
    table.act("ann", "change_name", {"name": "Eve"})
    put_numbers(apps, None)
    assert players_of(kept) == [None, 1]


def test_what_a_bot_played_is_nobodys():
    table = a_table("Ann")
    kept = keep(table, 1, "Ann")
    plays = json_dumps([{"name": "Ann", "cards": ["a duck"], "won": True, "bot": True}])
    RoundResult.objects.filter(pk=kept.pk).update(plays=plays)
    put_numbers(apps, None)
    assert players_of(kept) == [None]
