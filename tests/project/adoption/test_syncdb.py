"""A database of syncdb is carried over whole by the command, in processes of its own."""
from __future__ import unicode_literals

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
import six

from cards_project import settings
from tests.project.adoption import old_database
from tests.sources import ROOT

on_current = pytest.mark.skipif(settings.CLASSIC, reason="the older allauth lets both have it")


class Old(object):
    """The file, what the command said of it first, when it did it, and afterwards."""

    def __init__(self, folder):
        self.path = folder.join("old.sqlite3")
        old_database.make_sqlite(self.path)
        self._env = dict(os.environ, DATABASE_URL="sqlite:///%s" % self.path, VAR_DIR=str(folder),
                         ALLOWED_HOSTS="localhost", REDIS_URL="", SECRET_KEY="of this site", SITE_DOMAIN="")
        before = self.tables()
        self.dry = self.adopt()
        self.unchanged = self.tables() == before
        self.done, self.again = self.adopt("--yes"), self.adopt()

    def adopt(self, *arguments):
        process = subprocess.Popen([sys.executable, "manage.py", "adopt_database"] + list(arguments), cwd=ROOT,
                                   env=self._env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        out, err = process.communicate()
        assert process.returncode == 0, err
        return six.ensure_text(out)

    def tables(self):
        """{table: its rows}."""
        names = [name for name, in self.sql("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: self.sql('SELECT * FROM "%s"' % name) for name in names}

    def sql(self, text):
        with closing(sqlite3.connect(str(self.path))) as connection:
            return connection.execute(text).fetchall()


@pytest.fixture(scope="module")
def old(tmpdir_factory):
    return Old(tmpdir_factory.mktemp("old"))


def test_it_looks_first_and_changes_nothing(old):
    assert old.unchanged
    assert "It was made by syncdb" in old.dry
    assert "- auth_user (3 rows)" in old.dry
    assert "run this again with --yes" in old.dry


def test_a_second_run_has_nothing_to_do(old):
    assert "Done." in old.done
    assert "There is nothing to do." in old.again and "To be done" not in old.again


def test_people_stay_who_they_are(old):
    people = old.sql("SELECT username, password, is_superuser FROM auth_user ORDER BY id")
    assert [(name, admin) for name, _, admin in people] == [("ann", 1), ("bob", 0), ("cat", 0)]
    assert people[0][1].startswith("pbkdf2_sha256$10000$oldsalt12345$")
    assert old.sql("SELECT user_id, group_id FROM auth_user_groups") == [(2, 1)]
    assert len(old.sql("SELECT * FROM django_admin_log")) == 1


def test_foreign_keys_hold(old):
    assert old.sql("PRAGMA foreign_key_check") == []


@on_current
def test_an_address_in_two_spellings_becomes_one_with_all_that_was_known_of_it(old):
    assert "ann@example.org stands 2 times for ann" in old.dry
    rows = old.sql('SELECT id, email, verified, "primary" FROM account_emailaddress WHERE user_id = 1')
    assert [row[1:] for row in rows] == [("ann@example.org", 1, 1)]
    assert old.sql("SELECT email_address_id FROM account_emailconfirmation") == [(rows[0][0],)]


@on_current
def test_an_address_of_two_accounts_is_confirmed_for_who_was_here_last(old):
    assert "bob@example.org is confirmed for 2 accounts; cat used last keeps it" in old.dry
    assert old.sql("SELECT user_id, email, verified FROM account_emailaddress WHERE user_id > 1 ORDER BY 1") == [
        (2, "bob@example.org", 0), (3, "bob@example.org", 1)]


def test_each_site_has_a_domain_of_its_own(old):
    assert old.sql("SELECT id, domain FROM django_site ORDER BY id") == [
        (1, "cards.example.org"), (2, "cards.example.org (site 2)")]


def test_sets_become_drafts_of_the_first_superuser_with_their_source(old):
    assert old.sql("SELECT name, status, owner_id, source, rating, description FROM decks_deck ORDER BY name") == [
        ("Cards without a set", "draft", 1, "old-tables/cards-without-a-set", "adult", ""),
        ("Office Pack", "draft", 1, "old-tables/office-pack", "adult", "Of the office."),
        ("Tea Pack", "draft", 1, "old-tables/tea-pack", "adult", "")]
    assert {note for note, in old.sql("SELECT source_note FROM decks_deck")} == {
        "From the database of an older Cards Against Django."}


def cards(old, kind, name):
    return old.sql("SELECT card.text FROM decks_%scard card, decks_deck deck WHERE deck.id = card.deck_id "
                   "AND deck.name = '%s' ORDER BY card.position" % (kind, name))


def test_cards_come_along_in_each_set_they_are_in(old):
    assert cards(old, "black", "Office Pack") == [("Our mascot is _.",), ("**Why** are we late? _",)]
    assert cards(old, "white", "Office Pack") == [("A stapler & its feelings.",), ("Free cake",), ("A \u017c\xf3\u0142ty kettle",)]
    assert cards(old, "white", "Tea Pack") == [("A \u017c\xf3\u0142ty kettle",)]
    assert cards(old, "black", "Cards without a set") == [("Who hid _?",)]
    assert cards(old, "white", "Cards without a set") == [("The last spoon",)]


@pytest.mark.parametrize("line", [
    "- cards_whitecard, white row 4: its text is empty",
    "- Empty Pack, pack row 3: it has no card that can be used",
    "- cards_submittedcard (1 row), points to auth_user",
    "- django_session: 1 sessions, signed with another SECRET_KEY than this site's"])
def test_what_stays_behind_is_named(old, line):
    assert line in old.dry and line in old.again


@on_current
@pytest.mark.parametrize("line", ["- auth_user: 1 passwords of a kind that is not read any more (sha1)",
                                  "- socialaccount_socialaccount: 1 ways to sign in by facebook"])
def test_ways_in_that_lead_nowhere_are_named(old, line):
    assert line in old.dry and line in old.again


def test_nothing_is_dropped(old):
    kept = old.tables()
    for table in ("cards_blackcard", "cards_whitecard", "cards_cardset", "cards_submittedcard",
                  "django_session", "socialaccount_socialaccount", "socialaccount_socialtoken"):
        assert kept[table], table
