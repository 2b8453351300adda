"""`manage.py export_decks FILE.zip`: all decks of the site as one ZIP, for `restore_decks`."""
from __future__ import unicode_literals

import io
import os

from django.core.management.base import BaseCommand, CommandError

from decks.copies import zips

EVERY = 50


class Command(BaseCommand):
    help = ("Write all decks of the site into one ZIP: cards, facts, ratings, states, owners by name, sets. "
            "`restore_decks` brings them back, here or on another site.")

    def add_arguments(self, parser):
        parser.add_argument("file", help="the ZIP to write")
        parser.add_argument("--force", action="store_true", help="write over a file that is there")

    def handle(self, *args, **options):
        path = options["file"]
        if os.path.exists(path) and not options["force"]:
            raise CommandError("%s is there already; --force writes over it." % path)
        unfinished = path + ".part"
        try:
            with io.open(unfinished, "wb") as stream:
                count = zips.write(stream, told=self._tell)
            if os.path.exists(path):
                os.remove(path)
            os.rename(unfinished, path)
        except EnvironmentError as error:
            raise CommandError("Cannot write %s: %s" % (path, error.strerror))
        self.stdout.write("%d decks are in %s." % (count, path))

    def _tell(self, done, total):
        if not done % EVERY and done < total:
            self.stdout.write("%d of %d decks" % (done, total))
