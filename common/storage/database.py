"""Whether the database can be used just now: what an error means,
and a look at it that takes a bounded time.
"""
from __future__ import unicode_literals

import os
import tempfile
import threading

import six
from django.db import InterfaceError, OperationalError, connection

from common.compat import monotonic

# What SQLite says when its file cannot be used; "no such table" and the like are mistakes of our own.
SQLITE_AWAY = ("unable to open database file", "disk i/o error", "database or disk is full",
               "database is locked",
               "attempt to write a readonly database")
# Classes of PostgreSQL's error codes: connection, resources, being shut down, system.
POSTGRES_AWAY = ("08", "53", "57P", "58")
FILE_BYTES = 64 * 1024
UNHEARD = "the database does not answer"


def is_away(error):
    """Whether this exception says that the database is out of reach, full or locked,
    and not that we asked wrongly.
    """
    if not isinstance(error, (InterfaceError, OperationalError)):
        return False
    if connection.vendor == "sqlite":
        return any(text in reason(error).lower() for text in SQLITE_AWAY)
    code = getattr(getattr(error, "__cause__", None), "pgcode", None)
    return code is None or code.startswith(POSTGRES_AWAY)


def reason(error):
    """The first line of what an exception says."""
    return (six.ensure_text(str(error), errors="replace").splitlines() or [type(error).__name__])[0]


def problem():
    """Read and write once, on a connection that is closed afterwards.

    Returns what is wrong in a few words, or "".

    PostgreSQL is asked to store something, so that it notices a full disk. With SQLite a file beside the
    database is written instead: a row would have to wait for whoever writes just then, and a lock that
    somebody holds is no fault.
    """
    try:
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("SELECT COUNT(*) FROM django_site")
                _write_file(os.path.dirname(connection.settings_dict["NAME"]))
            else:
                cursor.execute("UPDATE django_site SET name = name")
    except (IOError, OSError) as error:
        return "the disk does not take what is written: %s" % os.strerror(error.errno or 0)
    except Exception as error:  # whatever it is, the database is of no use
        return reason(error)
    finally:
        connection.close()
    return ""


def _write_file(folder):
    if os.path.isdir(folder):  # there is none for a database in memory
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".health-") as stream:
            stream.write(b"\0" * FILE_BYTES)
            stream.flush()
            os.fsync(stream.fileno())


class Probe(object):
    """Calls `look` in a thread, once at a time, and answers within `seconds` although it may hang for ever.

    What was found holds for `good_for` seconds, so that crowds who ask make no work.
    """

    def __init__(self, look=problem, seconds=2, good_for=1):
        self._look, self._seconds, self._good_for = look, seconds, good_for
        self._lock, self._run = threading.Lock(), None

    def problem(self):
        """What `look` returned; UNHEARD when it has not come back yet."""
        with self._lock:
            if self._run is None or self._run.is_older_than(self._good_for):
                self._run = _Run(self._look)
            run = self._run
        run.join(self._seconds)
        return UNHEARD if run.found is None else run.found


class _Run(threading.Thread):
    def __init__(self, look):
        super(_Run, self).__init__(name="database-probe")
        self._look, self.found, self._ended = look, None, None
        self.daemon = True
        self.start()

    def run(self):
        self.found = self._look()
        self._ended = monotonic()

    def is_older_than(self, seconds):
        return self._ended is not None and monotonic() - self._ended >= seconds
