"""Without Redis only one process may serve a database: another would show tables that are out of date, and
nobody would notice.

The process holds a lock (flock) beside the database as long as it lives, so a crash leaves none behind.
"""
from __future__ import unicode_literals

import errno
import io
import os
import time
from collections import namedtuple

from django.conf import settings

from common.clock import now_ms

try:
    import fcntl
except ImportError:  # Windows has no such locks, so nothing is checked there
    fcntl = None

# What keeps the lock open, and the game's time when that began.
Hold = namedtuple("Hold", "lock since")
_held = []


class AlreadyServedError(Exception):
    """Another process serves this database; the text is one line that says which."""


def hold_database(address=""):
    """Hold the database for this process, which listens at `address` (where that is known).

    Raises AlreadyServedError.
    """
    if settings.REDIS_URL or fcntl is None:
        return
    path = _path()
    lock = io.open(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+", encoding="utf-8")
    fcntl.fcntl(lock, fcntl.F_SETFD, fcntl.fcntl(lock, fcntl.F_GETFD) | fcntl.FD_CLOEXEC)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (IOError, OSError) as error:
        holder = lock.read().strip() or "another process"
        lock.close()
        if error.errno not in (errno.EAGAIN, errno.EACCES):
            return  # some network folders know no locks
        raise AlreadyServedError("The game is running already, with the same data: %s. Stop that one first, "
                                 "or give this one a VAR_DIR "
                            "of its own; several processes for one site need REDIS_URL." % holder)
    lock.truncate()
    lock.write("process %d%s, since %s UTC\n" % (os.getpid(), " at " + address if address else "",
                                                 time.strftime("%Y-%m-%d %H:%M", time.gmtime())))
    lock.flush()
    _held.append(Hold(lock, now_ms()))


def held_since():
    # type: () -> int
    """When this process began to serve the database alone, ms since 1970; 0 where others may serve it, too.

    Whoever was connected before is not any more, or has come again since.
    """
    return _held[-1].since if _held else 0


def _path():
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        return "%s.lock" % os.path.realpath(database["NAME"])  # one file may be reached by many names
    return os.path.join(settings.VAR_DIR, "database.lock")
