"""The workers of Channels 1, for pages, sockets and tasks, as threads of one process;
with the clock beside tasks.
"""
from __future__ import unicode_literals

import fnmatch
import logging
import signal
import threading
import time

from channels.asgi import channel_layers
from channels.signals import consumer_started
from channels.worker import Worker
from django.conf import settings
from django.db import connections

from common.compat import monotonic
from live.base import routes
from live.classic.consumer import send_everybody_away
from live.clock import tick
from live.outage import LAYER, pause
from live.processes import processes
from live.shutdown import end_at_once_next_time

logger = logging.getLogger("live")
# Whoever waits in memory stops within this time; whoever waits for Redis is not waited for.
IDLE_SECONDS = 1
# A run that lasted longer than this was a good one: the next failure is the first.
GOOD_RUN_SECONDS = 10


def look_at_connections(**kwargs):
    """Close those that a restart of the database has broken,
    as CONN_HEALTH_CHECKS does on the current stack.
    """
    for connection in connections.all():
        connection.errors_occurred = True  # Django looks at a connection only where something has failed
        connection.close_if_unusable_or_obsolete()


consumer_started.connect(look_at_connections)


class PatientWorker(Worker):
    """Goes on listening when the channel layer was away.

    Its sockets connect again: Redis forgot their groups.
    """

    def __init__(self, channels):
        super(PatientWorker, self).__init__(channel_layers["default"], signal_handlers=False,
                                            only_channels=channels)
        self._channels, self._failures = channels, 0

    @property
    def serves_sockets(self):
        return any(name.startswith("websocket.") for name in self._channels)

    def run(self):
        """Serve until `termed` is set."""
        while not self.termed:
            began = monotonic()
            try:
                super(PatientWorker, self).run()
            except Exception as error:
                self._failures = 0 if monotonic() - began > GOOD_RUN_SECONDS else self._failures + 1
                LAYER.began(error)
            finally:
                self.in_job = False
            self._come_back()

    def _come_back(self):
        while not self.termed:
            time.sleep(pause(self._failures))
            try:
                self.channel_layer.group_discard("nobody", "nobody")  # harmless, and tells whether it answers
                LAYER.ended()
                if self.serves_sockets:
                    send_everybody_away()
                return
            except Exception as error:
                self._failures += 1
                LAYER.began(error)


class Workers(object):
    """One thread for each list of channels; with `ticking` the clock too."""

    def __init__(self, lists, ticking):
        self._stopping = threading.Event()
        self.workers = [PatientWorker(channels) for channels in lists]
        self._threads = [threading.Thread(target=worker.run) for worker in self.workers]
        if ticking:
            self._threads.append(threading.Thread(target=self._mind_the_clock))

    def start(self):
        """Begin; the threads never hold up the end of the process."""
        if any(worker.serves_sockets for worker in self.workers):
            processes.begin()
        for thread in self._threads:
            thread.daemon = True
            thread.start()

    def take_no_more(self):
        """Take no more messages; whoever waits for one ends."""
        self._stopping.set()
        for worker in self.workers:
            worker.termed = True
        end = monotonic() + IDLE_SECONDS
        for thread in self._threads:
            thread.join(max(0, end - monotonic()))

    def stop(self):
        """Take no more messages, and give the consumers that run SHUTDOWN_SECONDS."""
        end = monotonic() + settings.SHUTDOWN_SECONDS
        self.take_no_more()
        while self._busy() and monotonic() < end:
            time.sleep(0.05)
        if self._busy():
            logger.warning("%d tasks were cut off: they took longer than %d seconds.", self._busy(),
                           settings.SHUTDOWN_SECONDS)
        # The sockets stay open, and the next worker does not know them: they come again at its first word.
        processes.end(all_noted=not any(worker.serves_sockets for worker in self.workers))

    def _busy(self):
        return sum(worker.in_job for worker in self.workers)

    def _mind_the_clock(self):
        while not self._stopping.is_set():
            tick()
            self._stopping.wait(settings.CLOCK_SECONDS)


def add_arguments(parser):
    """The options of Channels 1."""
    for option in ("--only-channels", "--exclude-channels"):
        parser.add_argument(option, action="append", default=[], metavar="NAME",
                            help="A channel; * stands for anything. May be given several times.")
    parser.add_argument("--threads", type=int, default=1, help="How many messages to serve side by side.")


def run(names, options):
    """Serve until a signal comes. Raises ValueError where the options leave nothing to do."""
    channels = chosen_channels(names, options["only_channels"], options["exclude_channels"])
    if options["threads"] < 1:
        raise ValueError("--threads must be 1 or more.")
    # Moves must keep their order, so one thread alone serves the sockets.
    others = [channel for channel in channels if not channel.startswith("websocket.")]
    lists = [channels] + [others] * (options["threads"] - 1 if others else 0)
    workers, signals = Workers(lists, ticking=any(name in routes().TASKS for name in channels)), []
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda number, frame: signals.append(number))
    workers.start()
    while not signals:
        time.sleep(0.2)
    end_at_once_next_time()
    workers.stop()


def chosen_channels(names, only, exclude):
    """The channels that these tasks and patterns mean; all there are without any. Raises ValueError."""
    every = sorted(channel_layers["default"].router.channels)
    for pattern in only + exclude:
        if not fnmatch.filter(every, pattern):
            raise ValueError("There is no channel called %s. The channels are: %s." % (pattern,
                                                                                       ", ".join(every)))
    wanted = list(names) + only
    chosen = [channel for channel in every
              if not wanted or any(fnmatch.fnmatchcase(channel, pattern) for pattern in wanted)]
    chosen = [channel for channel in chosen
              if not any(fnmatch.fnmatchcase(channel, pattern) for pattern in exclude)]
    if not chosen:
        raise ValueError("These options leave no channel to serve.")
    return chosen
