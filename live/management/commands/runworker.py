"""`manage.py runworker`: the background worker, and on the classic stack also the processes behind daphne.

It replaces Channels' own command, which ends when Redis goes away and knows no clock.
"""
from __future__ import unicode_literals

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from live.base import routes

if settings.CLASSIC:
    from live.classic.worker import add_arguments, run
else:
    from live.current.worker import add_arguments, run


class Command(BaseCommand):
    help = "Serve tasks (all of them, if none is named) and the clock, until a signal comes. Needs REDIS_URL."

    def add_arguments(self, parser):
        parser.add_argument("tasks", nargs="*", metavar="task", help="Serve only these tasks.")
        add_arguments(parser)

    def handle(self, *args, **options):
        if not settings.REDIS_URL:
            raise CommandError("Without REDIS_URL there is one process only, and the worker runs inside it: "
                               "start `manage.py serve`, or set REDIS_URL.")
        names = list(options["tasks"])
        wrong = [name for name in names if name not in routes().TASKS]
        if wrong:
            raise CommandError("There is no task called %s. The tasks are: %s."
                               % (" or ".join(wrong), ", ".join(sorted(routes().TASKS))))
        try:
            run(names, options)
        except ValueError as error:
            raise CommandError("%s" % error)
