"""Bulk actions on more decks than a statement of an old SQLite has parameters, 999."""
from __future__ import unicode_literals

import io
import sqlite3
import zipfile

import mock
import pytest
from django.db import connection

from decks.builder.merging import merge_into
from decks.copies import jobs
from decks.models import Deck, SiteCopy
from tests.decks.admin.actions.test_named import DECKS, answer, ask

VARIABLES = getattr(sqlite3, "SQLITE_LIMIT_VARIABLE_NUMBER", None)
pytestmark = [pytest.mark.django_db, pytest.mark.skipif(
    connection.vendor != "sqlite" or VARIABLES is None, reason="This Python cannot set the limit.")]


@pytest.fixture(autouse=True)
def old_sqlite():
    connection.ensure_connection()
    usual = connection.connection.setlimit(VARIABLES, 999)
    yield
    connection.connection.setlimit(VARIABLES, usual)


@pytest.fixture
def decks():
    for start in range(0, 1100, 50):
        Deck.objects.bulk_create(Deck(name="D", slug="d-%d" % number, code="C%d" % number)
                                 for number in range(start, start + 50))
    return Deck.objects.filter(name="D")


def act(boss, decks, action, **fields):
    address, sent = ask(boss, DECKS, action=action, index="0", select_across="1", _selected_action=[decks[0].pk])
    return answer(boss, (address, dict(sent, **fields)))


def test_they_are_put_into_a_set(boss, decks):
    act(boss, decks, "put_into_set", name="All of them")
    assert decks.filter(sets__name="All of them").count() == 1100


def test_they_are_switched_off(boss, decks):
    act(boss, decks, "switch_off")
    assert decks.filter(off=True).count() == 1100


def test_they_are_deleted(boss, decks):
    act(boss, decks, "delete_decks")
    assert not decks.exists()


def test_they_are_merged(boss, decks, monkeypatch):
    monkeypatch.setattr("decks.builder.merging.workflow.archive", lambda deck, user: None)
    into, others = decks[0], list(decks[1:])
    assert merge_into(others, into, boss.user)["deck"] == into.pk


def test_how_many_cards_they_have_is_counted(boss, decks):
    assert "Merge into a new deck" in act(boss, decks, "merge_new").content.decode("utf-8")
    assert "have no cards" in act(boss, decks, "merge_new", name="N", language="en",
                                  rating="adult").content.decode("utf-8")


def test_they_are_exported_by_a_worker(boss, decks):
    with mock.patch("decks.copies.jobs.send_task"):
        act(boss, decks, "export", format="deck")
    copy = SiteCopy.objects.get()
    jobs.copy_decks({"id": copy.pk})
    with zipfile.ZipFile(io.BytesIO(b"".join(jobs.chunks(copy)))) as archive:
        assert len(set(archive.namelist())) == 1100 and b'"name": "D"' in archive.read("1100-d-1099.json")
