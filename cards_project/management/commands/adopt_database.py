"""`manage.py adopt_database`: carries an old database over, or says what that would do."""
from __future__ import unicode_literals

from django.core.management.base import BaseCommand, CommandError

from cards_project.adoption import carrying
from decks.management.terminal import printable


class Command(BaseCommand):
    help = ("Carry over a database that syncdb, the classic stack or another older Django has made, with "
            "the cards of an older Cards Against Django. Says what it would do; --yes does it. Nothing is "
            "dropped.")

    def add_arguments(self, parser):
        parser.add_argument("--yes", action="store_true", help="do it; make a copy of the database before")

    def handle(self, *args, **options):
        kind, found = carrying.look()
        self._say(kind)
        self._list("There are:", carrying.contents())
        self._list("To be done:", found.steps)
        self._list("What stays as it is:", found.left)
        if found.problems:
            self._list("What stands in the way:", found.problems)
            raise CommandError("Nothing was changed. Mend that, and run this again.")
        if not found.steps:
            self._say("There is nothing to do.")
        elif not options["yes"]:
            self._say("Nothing was changed. Make a copy of the database, and run this again with --yes.")
        else:
            carrying.carry_out(max(0, options["verbosity"] - 1))
            self._say("Done.")

    def _list(self, title, lines):
        if lines:
            self._say("\n%s\n%s\n" % (title, "\n".join("- " + line for line in lines)))

    def _say(self, text):
        self.stdout.write(printable(self.stdout, text))
