"""What an ImportJob would do: reads its content, plans it, and tells it in short or row by row.

Stores nothing.
"""
from __future__ import unicode_literals

import base64
import zlib

from common.compat import json_loads
from common.spreadsheets import csv_bytes
from decks.imports import dry_run, formats, planning
from decks.imports.comparing import ADD, REPLACE
from decks.imports.formats import plain_lines
from decks.models import Deck

# Bigger files, and files for decks with more cards than AT_ONCE, are looked at by a worker.
AT_ONCE_BYTES = 20 * 1024
# More cards than this are stored by a worker while the page waits.
AT_ONCE = 2000
COLUMNS = ("pack", "kind", "row", "line", "status", "text", "reason")


def options_of(job):
    """{"step", "mode", "rating", "language", "site", "keys", "name"}: what was chosen,
    and what is to be done next.
    """
    return json_loads(job.options)


def result_of(job):
    """{"dry_run", "decks", "tries", "error", "unreadable"} as far as the job has come."""
    return json_loads(job.result)


def content_of(job):
    """The bytes of the file."""
    return base64.b64decode(job.content)


def owner_of(job):
    return None if options_of(job)["site"] else job.user


def is_quick(content, file_name, name, deck, owner):
    """Whether looking takes no longer than a page may.

    Raises FormatError if that is so and it cannot be read.
    """
    if len(content) > AT_ONCE_BYTES:
        return False
    parsed = _parsed(content, file_name, name)
    decks = [deck] if deck is not None else planning.stored_decks(parsed, owner)
    return _cards(parsed) <= AT_ONCE and planning.size_of(decks) <= AT_ONCE


def look(job):
    """(summary of the dry run, the mode that suggests itself, ImportJob.report with every row).

    Raises FormatError.
    """
    options, deck = options_of(job), _deck(job)
    parsed = _parsed(content_of(job), job.file_name, options["name"])
    summary, rows = dry_run.of(parsed, deck, owner_of(job), options["rating"], options["language"])
    # Lines have no name by which they would be that deck again.
    return summary, ADD if deck is not None or parsed.format == plain_lines.NAME else REPLACE, _packed(rows)


def report(job):
    """Every row of the dry run as bytes of CSV."""
    return zlib.decompress(base64.b64decode(job.report))


def plan_of(job):
    """The planning.Plan of the job. Raises FormatError."""
    options = options_of(job)
    parsed = _parsed(content_of(job), job.file_name, options["name"])
    return dry_run.plan_for(parsed, _deck(job), owner_of(job), options["mode"], options["rating"],
                            options["language"],
                            options["keys"])


def _packed(rows):
    table = [COLUMNS] + [[row[column] or "" for column in COLUMNS] for row in rows]
    return base64.b64encode(zlib.compress(csv_bytes(table))).decode("ascii")


def _deck(job):
    return Deck.objects.get(pk=job.deck_id) if job.deck_id else None


def _cards(parsed):
    return sum(len(pack.black) + len(pack.white) for pack in parsed.packs)


def _parsed(content, file_name, name):
    """`name` is for a deck that would be alone."""
    parsed = formats.parse(content, file_name)
    if name and len(parsed.packs) == 1:
        parsed = parsed._replace(packs=(parsed.packs[0]._replace(name=name),),
                                 errors=tuple(error._replace(pack=name) for error in parsed.errors))
    return parsed
