"""`manage.py import_step ID`: what a worker starts for the next step of an import."""
from __future__ import unicode_literals

import os
import resource
import signal
import sys
import threading

from django.core.management.base import BaseCommand

from decks.imports import worker
from decks.limits import IMPORT_MEMORY
from decks.models import ImportJob

# Looking, which writes nothing that others wait for, lets pages and games go first on a busy machine.
NICENESS = 10


class Command(BaseCommand):
    help = "Do the next step of an import. Workers start this; it ends when its standard input does."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("id", type=int, help="the import")

    def handle(self, *args, **options):
        # The terminal tells all processes to end; the one that has started this one decides.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)
        _bound_memory()
        watching = threading.Thread(target=_end_with_the_worker)
        watching.daemon = True
        watching.start()
        for job in ImportJob.objects.filter(pk=options["id"]).only("options"):
            if worker.step_of(job) == worker.LOOK:
                os.nice(NICENESS)
        worker.run(options["id"])


def _bound_memory():
    # type: () -> None
    """A file that needs more fails with a MemoryError, instead of taking it from everybody else."""
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (IMPORT_MEMORY, most))


def _end_with_the_worker():
    # type: () -> None
    sys.stdin.read()
    os._exit(1)
