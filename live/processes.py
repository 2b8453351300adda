"""Where Redis joins several processes, each that holds sockets gives a sign of life in the database. One that
gives none any more is lost, and with it everybody who was connected to it: nobody notes that they left. One
that ends in good order notes that itself, and takes its row away.

Signs are compared with those before, never with this machine's clock: machines disagree about the time. A
move costs nothing of it: what is known is kept in memory, and a thread renews it every BEAT_SECONDS of the
settings.
"""
from __future__ import unicode_literals

import threading
import uuid

from django.conf import settings
from django.db import close_old_connections, connections

from common.clock import now_ms
from common.compat import monotonic
from live import only_server
from live.base import routes
from live.faults import log
from live.models import ServerProcess

BEAT_SECONDS = settings.BEAT_SECONDS
LOST_AFTER = 3 * BEAT_SECONDS * 1000
# Instead of the time of a sign.
LOST = 0
# How long the end of a process waits for its last word to be stored: longer than somebody else's write, or
# finding that the database is away (connect_timeout).
LAST_WORD_SECONDS = 4
# After some hours without a move nobody is believed to be here anyway (game/rules/state.py).
KEPT = 24 * 3600 * 1000


class Processes(object):
    """What this process knows of all; one for each process.

    `lost_at` is when the last one was found lost (ms since 1970, 0 for never), `lost` has the names.
    """

    def __init__(self):
        self.name, self.lost_at, self.lost = None, 0, frozenset()
        self._lock, self._looked, self._marks = threading.Lock(), None, {}
        self._signs = {}  # {name: (its last sign of life, for how long this process saw no newer one, ms)}
        self._ending, self._all_noted, self._thread = threading.Event(), False, None

    def begin(self, name=""):
        """From now on this process holds sockets, and says so; call it as often as you like."""
        with self._lock:
            if self.name or not settings.REDIS_URL:
                return
            self.name = name or uuid.uuid4().hex
        self._thread = threading.Thread(target=self._run, name="live-beat")
        self._thread.daemon = True
        self._thread.start()

    def end(self, all_noted):
        """This process holds sockets no more. `all_noted`: it is stored who left with them; otherwise the
        others find it lost at their next look.

        Waits for LAST_WORD_SECONDS at most; where that is too short, the others notice by themselves.
        """
        self._all_noted = all_noted
        self._ending.set()
        if self._thread is not None:
            self._thread.join(LAST_WORD_SECONDS)

    def since(self):
        """`lost_at`, from the database where this process does not ask by itself anyway."""
        if not self.name and (self._looked is None or 1000 * (monotonic() - BEAT_SECONDS) > self._looked):
            silent = self._silent()
            self._look()
            if silent:  # nobody is there who could have noticed
                return now_ms()
        return self.lost_at if self.lost_at <= now_ms() else 0

    def beat(self):
        """Give a sign of life, and look for those who give none. Returns whether this process found some."""
        now = now_ms()
        if not ServerProcess.objects.filter(pk=self.name).update(seen=now, lost=None):
            ServerProcess.objects.create(name=self.name, seen=now)
        silent = self._silent() - {self.name}
        found = silent and ServerProcess.objects.filter(lost=None, pk__in=silent).update(lost=now)
        ServerProcess.objects.filter(lost__lt=now - KEPT).delete()
        self._look()
        return bool(found)

    def say_last_word(self):
        """Take the row of this process away, or let the others find it lost; see `end`."""
        mine = ServerProcess.objects.filter(pk=self.name)
        if self._all_noted:
            mine.delete()
        else:
            mine.update(seen=LOST)

    def _silent(self):
        """Names of those that said that they are lost, or gave no new sign for LOST_AFTER while this process
        was looking. At its first look it has nothing to compare with but the time that they wrote.
        """
        ticks, looked, before = int(1000 * monotonic()), self._looked, self._signs
        signs = dict(ServerProcess.objects.filter(lost=None).values_list("pk", "seen"))
        self._looked, self._signs = ticks, {}
        for name, seen in signs.items():
            last, quiet = before.get(name, (None, 0))
            if looked is None:
                quiet = max(0, now_ms() - seen)
            else:
                quiet = quiet + self._watched(ticks - looked) if last == seen else 0
            self._signs[name] = seen, quiet
        return {name for name, (seen, quiet) in self._signs.items() if seen == LOST or quiet >= LOST_AFTER}

    def _watched(self, passed):
        """How much of the time since the last look (ms) counts against those who gave no sign: one beat. When
        this process itself is late, the database was away or the machine stood still, and with it the others.
        """
        return min(passed, 1000 * BEAT_SECONDS) if self.name else passed

    def _look(self):
        marks = dict(ServerProcess.objects.filter(lost__isnull=False).values_list("pk", "lost"))
        new = [lost for name, lost in marks.items() if self._marks.get(name) != lost]
        if new:  # by the clock of whoever marked it, which may be ahead
            self.lost_at = max(self.lost_at, min(max(new), now_ms()))
        self.lost, self._marks = frozenset(marks), marks

    def _run(self):
        while not self._ending.is_set():
            self._safely(self._beat_and_tell)
            self._ending.wait(BEAT_SECONDS)
        self._safely(self.say_last_word)

    def _beat_and_tell(self):
        if self.beat():
            for function in getattr(routes(), "PROCESS_LOST", ()):
                function()

    def _safely(self, function):
        try:
            close_old_connections()
            function()
        except Exception as error:
            log(error, "This process could not say that it is alive.")
        finally:
            connections.close_all()


processes = Processes()


def served_since():
    # type: () -> int
    """Since when nobody was lost together with a process, ms since 1970; 0 where nobody knows.

    Whoever was here before may be gone; whoever has come or said so since is here.
    """
    return only_server.held_since() or (processes.since() if settings.REDIS_URL else 0)
