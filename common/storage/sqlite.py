"""SQLite as this site uses it: its files are ours alone, and what is deleted is overwritten.

`Connection` is given to sqlite3.connect by the settings of both stacks; `forget_deleted` empties the
write-ahead log.
"""
from __future__ import unicode_literals

import sqlite3

from django.db import connection

from common.storage import private_files

# Beside the database lie its write-ahead log, the log's index and, on the classic stack, a journal.
BESIDE = ("-wal", "-shm", "-journal")
# How long to wait for others to finish reading before the log can be cut.
PATIENCE_MS = 100


class Connection(sqlite3.Connection):
    """A connection whose database file only its owner can read,
    and in which deleted rows are overwritten with zeros.
    """

    def __init__(self, database, *args, **kwargs):
        if not database.startswith((":memory:", "file:")):
            private_files.make_file(database)
            for ending in BESIDE:  # SQLite makes new ones with the mode of the database
                private_files.close_to_others(database + ending)
        super(Connection, self).__init__(database, *args, **kwargs)
        self.execute("PRAGMA secure_delete = ON").close()


def forget_deleted():
    """Bring the write-ahead log into the database and cut it, so that no older content is left in any file.

    Returns False where somebody was reading just then: call it again later. True where there is no such log.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return True
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        usual, = cursor.fetchone()
        cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")  # does nearly all of it, and makes no writer wait
        cursor.execute("PRAGMA busy_timeout = %d" % PATIENCE_MS)
        try:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return cursor.fetchone()[0] == 0
        finally:
            cursor.execute("PRAGMA busy_timeout = %d" % usual)
