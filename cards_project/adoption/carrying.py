"""The order in which a database is carried over: mend what would stop the migrations, migrate,
bring cards in.
"""
from __future__ import unicode_literals

from django.apps import apps
from django.core.management import call_command
from django.db import transaction

from accounts.adoption import addresses, sessions, ways_in
from cards_project.adoption import site_rows
from cards_project.adoption.migrations import RECORDS, USERS, History
from common.storage import tables
from common.storage.tables import Found
from decks.imports import old_tables

BEFORE = (site_rows, addresses, sessions)
POINTING = ("An account that one of these tables points to cannot be deleted while it does: drop what you "
            "need no more")


def look():
    """(a sentence about what the database is, Found). Changes nothing."""
    with transaction.atomic():
        history = History()
        found = history.look()
        if not found.problems:
            found = _sum([part.look(history.pending) for part in BEFORE]) + found + old_tables.look()
            found += ways_in.look(history.pending) + _strangers()
        transaction.set_rollback(True)  # Django 1.8 makes a table of records when it looks for one
        return history.kind(), found


def carry_out(verbosity=0):
    """Do what `look` said. What was done stays done if something fails, and another call does the rest."""
    pending = History().pending
    for part in BEFORE:
        part.mend(pending)
    if pending:
        call_command("migrate", fake_initial=True, interactive=False, verbosity=verbosity)
    old_tables.bring_in()


def contents():
    """["auth_user (3 rows)"]: the tables of people and old cards that have rows."""
    wanted = {USERS, addresses.TABLE, sessions.TABLE, site_rows.TABLE, ways_in.LINKED} | old_tables.names()
    return [tables.counted(table) for table in sorted(wanted & tables.names()) if tables.count(table)]


def _strangers():
    """Found: tables that nobody here knows, and those that the cards were read from."""
    ours = {model._meta.db_table for model in apps.get_models(include_auto_created=True)} | {RECORDS}
    cards, strangers = old_tables.names(), sorted(tables.names() - ours)
    pointing = [table for table in strangers if tables.points_to(table, USERS)]
    left = [tables.counted(table) + (", read for the decks" if table in cards else "")
            + (", points to %s" % USERS if table in pointing else "") for table in strangers]
    return Found(left=left + [POINTING] if pointing else left)


def _sum(all_found):
    total = Found()
    for found in all_found:
        total += found
    return total
