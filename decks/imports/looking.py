"""What an ImportJob would do: reads its content, plans it, and tells it in short or row by row.

Stores nothing.
"""
from __future__ import unicode_literals

import base64
import zlib
from typing import Any

from common.compat import json_loads
from common.spreadsheets import csv_bytes
from decks.imports import dry_run, formats, planning
from decks.imports.comparing import ADD, REPLACE
from decks.imports.formats import plain_lines
from decks.imports.generic import mapping, shapes
from decks.imports.reading.shapes import Parsed
from decks.models import Deck, ImportJob

# Bigger files, and files for decks with more cards than AT_ONCE, are looked at by a worker.
AT_ONCE_BYTES = 20 * 1024
# More cards than this are stored by a worker while the page waits.
AT_ONCE = 2000
COLUMNS = ("pack", "kind", "row", "line", "status", "text", "reason")


def options_of(job):
    # type: (ImportJob) -> dict[str, Any]
    """{"step", "mode", "rating", "language", "site", "keys", "name", "map", "packs"}: what was chosen,
    and what is to be done next. `map` is how somebody wants the file read (generic.mapping), None as it
    looks; `packs` is planning.Chosen.
    """
    return json_loads(job.options)


def result_of(job):
    # type: (ImportJob) -> dict[str, Any]
    """{"dry_run", "decks", "tries", "error", "unreadable"} as far as the job has come."""
    return json_loads(job.result)


def content_of(job):
    # type: (ImportJob) -> bytes
    """The bytes of the file."""
    return base64.b64decode(job.content)


def owner_of(job):
    # type: (ImportJob) -> Any
    return None if options_of(job)["site"] else job.user


def is_quick(content, file_name, name, deck, owner):
    # type: (bytes, str, str, Deck | None, Any) -> bool
    """Whether looking takes no longer than a page may.

    Raises FormatError if that is so and it cannot be read.
    """
    if len(content) > AT_ONCE_BYTES:
        return False
    parsed = _parsed(content, file_name, name)
    decks = [deck] if deck is not None else planning.stored_decks(parsed, owner)
    return _cards(parsed) <= AT_ONCE and planning.size_of(decks) <= AT_ONCE


def look(job):
    # type: (ImportJob) -> tuple[dict[str, Any], str, str]
    """(summary of the dry run, the mode that suggests itself, ImportJob.report with every row).

    Raises FormatError.
    """
    options, deck = options_of(job), _deck(job)
    parsed = parsed_as(job, options.get("map"))
    summary, rows = dry_run.of(parsed, deck, owner_of(job), options["rating"], options["language"])
    return summary, ADD if deck is not None or _are_lines(parsed) else REPLACE, _packed(rows)


def report(job):
    # type: (ImportJob) -> bytes
    """Every row of the dry run as bytes of CSV."""
    return zlib.decompress(base64.b64decode(job.report))


def plan_of(job):
    # type: (ImportJob) -> planning.Plan
    """The planning.Plan of the job. Raises FormatError."""
    options = options_of(job)
    parsed = parsed_as(job, options.get("map"))
    return dry_run.plan_for(parsed, _deck(job), owner_of(job), options["mode"], options["rating"],
                            options["language"], options["keys"], chosen=options.get("packs"))


def _packed(rows):
    # type: (list[dict[str, Any]]) -> str
    table = [COLUMNS] + [[row[column] or "" for column in COLUMNS] for row in rows]
    return base64.b64encode(zlib.compress(csv_bytes(table))).decode("ascii")


def _are_lines(parsed):
    # type: (Parsed) -> bool
    """Whether it is a list of texts, which has no name by which it would be that deck again."""
    if parsed.proposal is None:
        return parsed.format == plain_lines.NAME
    return {field["name"] for field in parsed.proposal["fields"]} <= {shapes.VALUE, shapes.LIST}


def _deck(job):
    # type: (ImportJob) -> Deck | None
    return Deck.objects.get(pk=job.deck_id) if job.deck_id else None


def _cards(parsed):
    # type: (Parsed) -> int
    return sum(len(pack.black) + len(pack.white) for pack in parsed.packs)


def parsed_as(job, document):
    # type: (ImportJob, dict[str, Any] | None) -> Parsed
    """Parsed of the job's file, read as a mapping says. Raises FormatError."""
    return _parsed(content_of(job), job.file_name, options_of(job)["name"], document)


def _parsed(content, file_name, name, document=None):
    # type: (bytes, str, str, dict[str, Any] | None) -> Parsed
    """`name` is for a deck that would be alone; `document` is a mapping, or None."""
    parsed = formats.parse(content, file_name, mapping.from_dict(document) if document is not None else None)
    if name and len(parsed.packs) == 1:
        parsed = parsed._replace(packs=(parsed.packs[0]._replace(name=name),),
                                 errors=tuple(error._replace(pack=name) for error in parsed.errors))
    return parsed
