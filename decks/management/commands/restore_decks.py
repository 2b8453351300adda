"""`manage.py restore_decks FILE.zip`: brings back the decks that `export_decks` or the admin's page wrote."""
from __future__ import unicode_literals

import io
from collections import Counter

from django.core.management.base import BaseCommand, CommandError

from decks.copies import restoring, zips
from decks.imports.reading.shapes import FormatError
from decks.management.terminal import printable

EVERY = 50
WORDS = {restoring.NEW: "new", restoring.BACK: "deleted here, brought back", restoring.SAME: "the same",
         restoring.DIFFERS: "different here", restoring.BROKEN: "not readable"}


class Command(BaseCommand):
    help = ("Restore decks from a ZIP of `export_decks`. What is here already is neither doubled nor "
            "overwritten, unless --overwrite says so.")

    def add_arguments(self, parser):
        parser.add_argument("file", help="the ZIP to read")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, store nothing")
        parser.add_argument("--overwrite", action="store_true",
                            help="decks that are different here become as they are in the file; what they "
                            "were stays in their history")

    def handle(self, *args, **options):
        try:
            with io.open(options["file"], "rb") as stream:
                self._restore(stream, options["dry_run"], options["overwrite"])
        except EnvironmentError as error:
            raise CommandError("Cannot read %s: %s" % (options["file"], error.strerror))
        except FormatError as error:
            raise CommandError("Cannot restore %s: %s" % (options["file"], error))

    def _restore(self, stream, is_dry, overwrite):
        archive, names, sets = zips.open_copy(stream)
        if not is_dry:
            zips.make_sets(sets)
        counts, homeless = Counter(), 0
        for number, name in enumerate(names, 1):
            found = (restoring.look(archive, name) if is_dry
                     else restoring.restore(archive, name, None, overwrite))
            counts[found.status] += 1
            homeless += found.homeless
            self._tell(found, overwrite)
            if not number % EVERY and number < len(names):
                self.stdout.write("%d of %d decks" % (number, len(names)))
        told = ["%d %s" % (counts[status], WORDS[status]) for status in restoring.STATUSES if counts[status]]
        self.stdout.write("%d decks: %s." % (len(names), ", ".join(told) or "none"))
        if homeless:
            self.stdout.write("Decks of people who have no account here: %d. They are the site's." % homeless)
        if is_dry:
            self.stdout.write("Dry run: nothing was stored.")

    def _tell(self, found, overwrite):
        if found.status == restoring.BROKEN:
            self.stderr.write(printable(self.stderr, "Left out: %s: %s" % (found.name, found.reason)))
        elif found.status == restoring.DIFFERS:
            became = "overwritten" if overwrite else "left as it is here"
            told = "%s is different here: %s" % (found.entry["name"], became)
            self.stdout.write(printable(self.stdout, told))
