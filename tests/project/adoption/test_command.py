"""`manage.py adopt_database` where there is nothing to do, and where it stops."""
from __future__ import unicode_literals

import pytest
import six
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from cards_project.adoption import carrying

pytestmark = pytest.mark.django_db


def adopt(**options):
    out = six.StringIO()
    call_command("adopt_database", stdout=out, **options)
    return out.getvalue()


def test_a_database_of_this_game_is_left_alone(monkeypatch):
    monkeypatch.setattr(carrying, "carry_out", pytest.fail)
    said = adopt(yes=True)
    assert "It is one of this game." in said and said.endswith("There is nothing to do.\n")


def test_it_stops_before_anything_is_changed(monkeypatch):
    monkeypatch.setattr(carrying, "carry_out", pytest.fail)
    MigrationRecorder(connection).record_applied("game", "0999_of_next_year")
    with pytest.raises(CommandError) as refusal:
        adopt(yes=True)
    assert "Nothing was changed" in "%s" % refusal.value


def test_a_table_of_strangers_is_named_with_its_rows_and_what_it_points_to():
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE cards_game (id integer PRIMARY KEY, host_id integer REFERENCES auth_user (id))")
        cursor.execute("INSERT INTO cards_game VALUES (1, NULL)")
    said = adopt()
    assert "- cards_game (1 row), points to auth_user" in said and "cannot be deleted while it does" in said
