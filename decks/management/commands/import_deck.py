"""`manage.py import_deck FILE`: reads a file of card packs and stores them as decks."""
from __future__ import unicode_literals

import io
import os
import re

from django.core.management.base import BaseCommand, CommandError

from decks import staging
from decks.imports import formats, planning, storing, telling
from decks.imports.comparing import ADD, MODES, ONLY_NEW, REPLACE, Nearness
from decks.imports.forms import SEVERAL
from decks.imports.generic import mapping
from decks.imports.reading import archive
from decks.imports.reading.shapes import FormatError, describe
from decks.limits import ADULT, FILE_BYTES, LANGUAGE_PATTERN, RATINGS
from decks.management.terminal import printable
from decks.models import ARCHIVED, Deck

MOST_PACKS = 30
UNSURE = ("It is not sure what this file means, so nothing was stored. If it is read right, run it again "
          "with --yes; else say with --map what its fields mean.")


class Command(BaseCommand):
    help = ("Import card packs from files of any kind (docs/FORMATS.md). They become published decks of the "
            "site; importing a file again changes only the decks whose packs have changed in it.")

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="+", help="the file to read; several are read together")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, store nothing")
        parser.add_argument("--rating", choices=RATINGS, default=ADULT,
                            help="for packs that do not say it themselves (default: %(default)s)")
        parser.add_argument("--language", default="en",
                            help="for packs that do not say it themselves (default: %(default)s)")
        parser.add_argument("--map", metavar="MAP",
                            help="how to read a file of no known kind: a file of JSON, or pairs such as "
                            '"text=Card,kind=Type,black=Q,white=A,pick=Picks,deck=Set"; columns of one kind: '
                            '"text=1|2,kind=*column,black=2,white=1"; columns that are decks: '
                            '"text=1|2,deck=*column" (*first: named in the first row); --dry-run prints one')
        parser.add_argument("--yes", action="store_true",
                            help="store what was read even where it is not sure what the file means")
        parser.add_argument("--deck", metavar="SLUG", help="put all cards into this deck instead")
        parser.add_argument("--mode", choices=MODES,
                            help="what becomes of cards that a deck has: kept and added to (add), "
                            "replaced (replace), kept as they are (new); by default replace, with --deck add")
        parser.add_argument("--verbose-packs", action="store_true",
                            help="list every pack even when there are more than %d" % MOST_PACKS)

    def handle(self, *args, **options):
        if not re.match(LANGUAGE_PATTERN, options["language"]):
            raise CommandError('--language must be a tag such as "en" or "pt-BR".')
        parsed = _parsed(options["file"], options["map"])
        plan = _plan(parsed, **options)
        self._say_reading(parsed, options["dry_run"])
        counts = planning.counts(plan)
        if counts["decks"] <= MOST_PACKS or options["verbose_packs"] or options["verbosity"] > 1:
            self._say_packs(plan)
        for error in plan.errors:
            self.stderr.write(printable(self.stderr, "Left out: " + describe(error)))
        if not plan.decks:
            raise CommandError("Nothing to import: no pack in the file can be used.")
        is_sure = parsed.proposal is None or parsed.proposal["sure"]
        if not options["dry_run"] and not is_sure and not options["yes"]:
            raise CommandError(UNSURE)
        if not options["dry_run"]:
            _store(plan, "Import of %s" % ", ".join(os.path.basename(path) for path in options["file"]))
        self._say_totals(counts, options["dry_run"])

    def _say_reading(self, parsed, dry_run):
        lines = ["Read as: %s." % telling.read_as(parsed)] + list(parsed.notes) + telling.odd(parsed)
        if parsed.proposal is not None:
            lines += parsed.proposal["reasons"]
            lines.append("--map \"%s\"" % mapping.as_text(mapping.from_dict(parsed.proposal["mapping"])))
        if dry_run or parsed.proposal is not None:
            for kind, texts in zip(("black", "white"), telling.samples(parsed)):
                lines += ["  %s: %s" % (kind, text.replace("\n", " / ")) for text in texts]
        for line in lines:
            self.stdout.write(printable(self.stdout, line))

    def _say_packs(self, plan):
        self.stdout.write("%-8s %6s %6s  %s" % ("", "black", "white", "pack"))
        for deck in plan.decks:
            line = "%-8s %6d %6d  %s" % (deck.status, len(deck.pack.black), len(deck.pack.white),
                                         deck.pack.name)
            self.stdout.write(printable(self.stdout, line))

    def _say_totals(self, counts, dry_run):
        self.stdout.write("%(decks)d %(packs)s with %(black)d black and %(white)d white cards: "
                          "%(new)d new, %(changed)d changed, %(same)d the same."
                          % dict(counts, packs="pack" if counts["decks"] == 1 else "packs"))
        if counts["errors"]:
            self.stdout.write("Rows left out: %d." % counts["errors"])
        if dry_run:
            self.stdout.write("Dry run: nothing was stored.")
        elif not counts["new"] and not counts["changed"]:
            self.stdout.write("Nothing changed.")


def _plan(parsed, **options):
    nearness = Nearness() if options["mode"] == ONLY_NEW else None
    if not options["deck"]:
        return planning.plan(parsed, options["rating"], options["language"], mode=options["mode"] or REPLACE,
                              nearness=nearness)
    deck = Deck.objects.filter(slug=options["deck"]).first()
    if deck is None:
        raise CommandError("There is no deck with the slug %s." % options["deck"])
    if deck.status == ARCHIVED:
        raise CommandError("The deck %s is archived; take it out of the archive first." % deck.slug)
    return planning.plan_into(deck, parsed, options["mode"] or ADD, nearness=nearness)


def _store(plan, note):
    try:
        storing.store(plan, note=note)
    except staging.StaleDeckError as error:
        raise CommandError("%s Run it once more; what is stored already is left alone." % error)


def _parsed(paths, given):
    contents = [(os.path.basename(path), _content(path)) for path in paths]
    try:
        wanted = mapping.read(_text_of(given)) if given else None
        if len(contents) == 1:
            return formats.parse(contents[0][1], contents[0][0], wanted)
        return formats.parse(archive.packed(contents), SEVERAL, wanted)
    except FormatError as error:
        raise CommandError("Cannot import %s: %s" % (", ".join(paths), error))


def _content(path):
    try:
        if os.path.getsize(path) > FILE_BYTES:
            raise CommandError("Cannot import %s: a file of cards has at most %d MB." % (path,
                                                                                         FILE_BYTES >> 20))
        with io.open(path, "rb") as source:
            return source.read()
    except EnvironmentError as error:
        raise CommandError("Cannot read %s: %s" % (path, error.strerror))


def _text_of(given):
    """The mapping itself, which may stand in a file."""
    if not os.path.isfile(given):
        return given
    with io.open(given, encoding="utf-8") as source:
        return source.read()
