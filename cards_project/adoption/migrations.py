"""Which migrations a database has, which it needs, and whether its tables are what the first ones would make.

Reads only.
"""
from __future__ import unicode_literals

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.operations import CreateModel

from common.storage import tables
from common.storage.tables import Found

RECORDS, USERS = "django_migrations", "auth_user"
MEND = ("Bring these tables into that form, or give them other names (ALTER TABLE x RENAME TO old_x): then "
        "the game makes new ones, and the old ones stay as they are")


class History(object):
    """What the records of a database say, compared with our migrations.

    `pending` holds (app, name) of those to come. The first ones of the apps in `faked`, whose tables are
    there without records, are not run but only recorded.
    """

    def __init__(self):
        executor = MigrationExecutor(connection)
        self._loader, self._there = executor.loader, tables.names()
        self.applied = set(self._loader.applied_migrations)
        plan = [migration for migration, _ in executor.migration_plan(self._loader.graph.leaf_nodes())]
        self.pending = [(migration.app_label, migration.name) for migration in plan]
        self._made = {}  # {app: [model with its table as the app's first migration makes it]}
        for migration in plan:
            if not any(app == migration.app_label for app, _ in migration.dependencies):
                self._made[migration.app_label] = self._models(migration)
        self.faked = sorted(app for app, models in self._made.items() if models and not self._lacking(models))

    def kind(self):
        """A sentence: what this database is."""
        if not self._there:
            return "It is empty."
        if self._newer():
            return "A newer version of the game, or of Django, has made it."
        if any(app == "game" for app, _ in self.applied):
            if any(app == "auth" for app, _ in self.pending):
                return "The game has made it on an older Django, as that of the classic stack."
            return "It is one of this game."
        if self.applied:
            return "Another program has made it with Django 1.7 or newer."
        if USERS in self._there:
            return "It was made by syncdb, so by a Django older than 1.7: there is no %s." % RECORDS
        return "It knows no Django."

    def look(self):
        """Found."""
        newer = ["%s.%s" % key for key in self._newer()]
        if newer:
            return Found(problems=["%s: this version of the game does not know %s" % (
                RECORDS, ", ".join(newer))])
        steps = []
        if self.faked:
            steps.append("The tables of %s are there: their first migrations are recorded and not run "
                         "(migrate --fake-initial)" % ", ".join(self.faked))
        if len(self.pending) > len(self.faked):
            steps.append("%d migrations are run" % (len(self.pending) - len(self.faked)))
        return Found(steps, problems=self._misshapen() + self._dangling())

    def _newer(self):
        return sorted(key for key in self.applied
                      if key[0] in self._loader.migrated_apps and key not in self._loader.disk_migrations)

    def _models(self, migration):
        apps = self._loader.project_state((migration.app_label, migration.name), at_end=True).apps
        return [apps.get_model(migration.app_label, operation.name) for operation in migration.operations
                if isinstance(operation, CreateModel)]

    def _lacking(self, models):
        return [table for table in _columns(models) if table not in self._there]

    def _misshapen(self):
        found = []
        for _, models in sorted(self._made.items()):
            lacking, expected = self._lacking(models), _columns(models)
            there = sorted(set(expected).difference(lacking))
            if lacking and there:
                found.append("%s: without the tables %s" % (
                    ", ".join(map(tables.counted, there)), ", ".join(sorted(lacking))))
            for table in there:
                found += _differences(table, expected[table])
        return found + [MEND] if found else []

    def _dangling(self):
        # On the current stack each migration of SQLite ends with a look at all of them.
        return ["%s: %d rows point to rows of %s that are not there; take them out or mend them" % row
                for row in tables.dangling()] if self.pending else []


def _columns(models):
    """{table: set of columns} of these models and of their relations with many rows on both sides."""
    found = {}
    for model in models:
        through = [getattr(model, field.name).through for field in model._meta.local_many_to_many]
        for each in [model] + through:
            found[each._meta.db_table] = {field.column for field in each._meta.local_fields}
    return found


def _differences(table, expected):
    columns = tables.columns(table)
    lacks, besides = sorted(expected - columns), sorted(columns - expected)
    return (["%s: without the columns %s" % (tables.counted(table), ", ".join(lacks))] if lacks else []) + (
        ["%s: the game has no place for the columns %s" % (tables.counted(table), ", ".join(besides))]
        if besides else [])
