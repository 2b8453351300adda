"""Cards of an older Cards Against Django, from tables beside ours."""
from __future__ import unicode_literals

import pytest
from django.db import connection

from decks.imports import old_tables
from decks.models import Deck

pytestmark = pytest.mark.django_db
TABLES = [
    "CREATE TABLE cards_blackcard (id integer PRIMARY KEY, text varchar(255), pick smallint, draw smallint)",
    "CREATE TABLE cards_whitecard (id integer PRIMARY KEY, text varchar(255))",
    "CREATE TABLE cards_cardset (id integer PRIMARY KEY, name varchar(255), description text)",
    "CREATE TABLE cards_blacks (id integer PRIMARY KEY, cardset_id integer, blackcard_id integer)",
    "CREATE TABLE cards_whites (id integer PRIMARY KEY, cardset_id integer, whitecard_id integer)"]


def sql(text):
    with connection.cursor() as cursor:
        cursor.execute(text)


@pytest.fixture
def tea():
    """The tables with a set of one black and one white card."""
    for text in TABLES + ["INSERT INTO cards_cardset VALUES (7, 'Tea', 'All of tea.')",
                          "INSERT INTO cards_blackcard VALUES (1, 'Who hid _?', 1, 0)",
                          "INSERT INTO cards_whitecard VALUES (1, 'Milk')",
                          "INSERT INTO cards_blacks VALUES (1, 7, 1)", "INSERT INTO cards_whites VALUES (1, 7, 1)"]:
        sql(text)


def decks():
    return list(Deck.objects.order_by("pk").values_list("name", "status", "owner__username", "source"))


def test_without_such_tables_there_is_nothing():
    assert old_tables.look() == ([], [], [])
    old_tables.bring_in()
    assert decks() == []


def test_a_set_becomes_a_draft_of_nobody(tea):
    assert old_tables.look().steps == ["Tea: a draft of nobody, with 1 black and 1 white cards"]
    old_tables.bring_in()
    assert decks() == [("Tea", "draft", None, "old-tables/tea")]
    assert Deck.objects.get().source_note == "From the database of an older Cards Against Django."


def test_it_becomes_a_draft_of_the_first_superuser(tea, django_user_model):
    django_user_model.objects.create_user("bob")
    django_user_model.objects.create_superuser("ann", "ann@x.example", "walnut-pudding-7")
    old_tables.bring_in()
    assert decks() == [("Tea", "draft", "ann", "old-tables/tea")]


def test_a_set_whose_deck_is_there_is_left_alone_whoever_owns_it(tea, django_user_model):
    old_tables.bring_in()
    bob = django_user_model.objects.create_user("bob")
    Deck.objects.update(name="Tea of Bob", owner=bob)
    sql("INSERT INTO cards_whitecard VALUES (2, 'Sugar')")
    sql("INSERT INTO cards_whites VALUES (2, 7, 2)")
    assert old_tables.look().steps == []
    old_tables.bring_in()
    assert [name for name, _, _, _ in decks()] == ["Tea of Bob"] and Deck.objects.get().white_cards.count() == 1


def test_what_was_interrupted_goes_on(tea):
    sql("INSERT INTO cards_whitecard VALUES (2, 'Sugar')")
    old_tables.bring_in()
    Deck.objects.get(name="Tea").delete()
    assert len(old_tables.look().steps) == 1
    old_tables.bring_in()
    assert sorted(name for name, _, _, _ in decks()) == ["Cards without a set", "Tea"]


@pytest.mark.parametrize("name, called, description", [
    ("", "Set 8", "Of leaves."), ("x" * 250, "x" * 200, "x" * 250 + "\nOf leaves."), ("Tea", "Tea", "Of leaves.")])
def test_every_set_gets_a_name_that_fits(tea, name, called, description):
    sql("INSERT INTO cards_cardset VALUES (8, '%s', 'Of leaves.')" % name)
    sql("INSERT INTO cards_whites VALUES (2, 8, 1)")
    old_tables.bring_in()
    assert list(Deck.objects.filter(description=description).values_list("name", flat=True)) == [called]
    assert len({source for _, _, _, source in decks()}) == 2


def test_the_table_of_a_card_that_is_not_there_is_named(tea):
    sql("INSERT INTO cards_whites VALUES (2, 7, 99)")
    assert old_tables.look().left == ["Tea, white row 2: it points to card 99, which is not there"]


def test_too_many_cards_are_named(tea, monkeypatch):
    monkeypatch.setattr("decks.imports.formats.xyzzy.pyx.DECK_CARDS", 0)
    found = old_tables.look()
    assert found.steps == [] and "cards_blackcard and cards_whitecard: there are more than" in found.left[0]
    old_tables.bring_in()
    assert decks() == []
