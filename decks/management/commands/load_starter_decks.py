"""`manage.py load_starter_decks`: stores the decks that come with the game, or brings them up to date."""
from __future__ import unicode_literals

import glob
import io
import os

from django.core.management.base import BaseCommand, CommandError

import decks
from decks.imports import planning, storing
from decks.imports.formats import deck_file, read_json
from decks.imports.reading.shapes import FormatError, Parsed, describe
from decks.limits import STARTER

FOLDER = os.path.join(os.path.dirname(os.path.abspath(decks.__file__)), "starter")


class Command(BaseCommand):
    help = ("Load the decks that come with the game. Loading them again changes only those whose file has "
            "changed.")

    def add_arguments(self, parser):
        parser.add_argument("--folder", default=FOLDER,
                            help="another folder of deck files (default: %(default)s)")

    def handle(self, *args, **options):
        paths = sorted(glob.glob(os.path.join(options["folder"], "*.json")))
        if not paths:
            raise CommandError("There are no deck files (*.json) in %s." % options["folder"])
        packs = [_pack(path) for path in paths]
        plan = planning.plan(Parsed(STARTER, packs, ()))
        storing.store(plan)
        self.stdout.write("Starter decks: %(new)d new, %(changed)d changed, %(same)d the same; %(black)d "
                          "black and "
                          "%(white)d white cards." % planning.counts(plan))


def _pack(path):
    try:
        with io.open(path, "rb") as source:
            parsed = deck_file.parse(read_json(source.read()))
    except FormatError as error:
        raise CommandError("Cannot load %s: %s" % (path, error))
    if parsed.errors:
        raise CommandError("Cannot load %s: %s" % (path, describe(parsed.errors[0])))
    return parsed.packs[0]
