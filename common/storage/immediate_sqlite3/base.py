"""The classic stack's SQLite, whose transactions take the right to write at their beginning.

Django 1.8 begins with a plain BEGIN. A transaction that reads before it writes then fails at once with
"database is locked" where somebody else wrote in between, however long the timeout: waiting could not help,
because what was read is old. BEGIN IMMEDIATE waits first. Django 5.1 and later have the option
"transaction_mode" for that: https://docs.djangoproject.com/en/5.2/ref/databases/#sqlite-transaction-behavior
"""
from __future__ import unicode_literals

from django.db.backends.sqlite3 import base


class DatabaseWrapper(base.DatabaseWrapper):

    def _start_transaction_under_autocommit(self):
        self.cursor().execute("BEGIN IMMEDIATE")
