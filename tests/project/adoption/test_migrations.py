"""What a database's records and tables tell."""
from __future__ import unicode_literals

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from cards_project.adoption.migrations import History

pytestmark = pytest.mark.django_db


def sql(text):
    with connection.cursor() as cursor:
        cursor.execute(text)


def forget(**which):
    """Take records of migrations away."""
    MigrationRecorder.Migration.objects.filter(**which).delete()


def test_a_database_of_this_game_needs_nothing():
    assert History().kind() == "It is one of this game."
    assert History().look() == ([], [], [])


def test_tables_without_records_are_only_recorded():
    forget(app="sites")
    history = History()
    assert history.faked == ["sites"]
    assert "The tables of sites are there" in history.look().steps[0]


def test_one_of_an_older_django_is_known_by_its_accounts():
    forget(app="auth")
    assert "on an older Django" in History().kind()


def test_one_without_records_was_made_by_syncdb():
    forget()
    assert "made by syncdb" in History().kind()


def test_one_without_our_tables_was_made_by_another_program():
    forget(app="game")
    assert "Another program" in History().kind()


def test_one_that_is_newer_is_refused():
    MigrationRecorder(connection).record_applied("game", "0999_of_next_year")
    assert "newer version" in History().kind()
    assert History().look().problems == ["django_migrations: this version of the game does not know "
                                         "game.0999_of_next_year"]


@pytest.mark.parametrize("change, problem", [
    ("DROP TABLE account_emailconfirmation", "account_emailaddress (0 rows): without the tables account_emailconfirmation"),
    ("DROP TABLE auth_user_groups", "without the tables auth_user_groups"),
    ("ALTER TABLE auth_user ADD COLUMN nickname text",
     "auth_user (0 rows): the game has no place for the columns nickname"),
    ("ALTER TABLE django_session RENAME COLUMN session_data TO data",
     "django_session (0 rows): without the columns session_data")])
def test_tables_in_another_form_are_named_before_anything_is_done(change, problem):
    for app in ("account", "auth", "sessions"):
        forget(app=app)
    sql(change)
    problems = History().look().problems
    assert any(problem in line for line in problems) and "Bring these tables into that form" in problems[-1]


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="only SQLite has such rows")
def test_rows_that_point_nowhere_are_named(tmpdir):
    forget(app="sites")
    sql("CREATE TABLE cards_submittedcard (id integer PRIMARY KEY, submitter_id integer REFERENCES auth_user (id) "
        "DEFERRABLE INITIALLY DEFERRED)")
    sql("INSERT INTO cards_submittedcard VALUES (1, 999), (2, 999)")
    assert History().look().problems == [
        "cards_submittedcard: 2 rows point to rows of auth_user that are not there; take them out or mend them"]
    sql("DROP TABLE cards_submittedcard")
