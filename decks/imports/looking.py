"""What an ImportJob would do: reads its content, plans it, and tells it in short or row by row. Stores nothing."""
from __future__ import unicode_literals

import base64

from common.compat import json_loads
from decks.imports import dry_run, formats, planning
from decks.imports.comparing import ADD, REPLACE, Nearness
from decks.imports.formats import plain_lines
from decks.models import Deck

# Bigger files, and files for decks with more cards than AT_ONCE, are looked at by a worker.
AT_ONCE_BYTES = 20 * 1024
# More cards than this are stored by a worker while the page waits.
AT_ONCE = 2000


def options_of(job):
    """{"step", "mode", "rating", "language", "site", "keys", "name"}: what was chosen, and what is to be done next."""
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
    """Whether looking takes no longer than a page may. Raises FormatError if that is so and it cannot be read."""
    if len(content) > AT_ONCE_BYTES:
        return False
    parsed = _parsed(content, file_name, name)
    decks = [deck] if deck is not None else planning.stored_decks(parsed, owner)
    return _cards(parsed) <= AT_ONCE and planning.size_of(decks) <= AT_ONCE


def look(job):
    """(dry_run.summary of the job, the mode that suggests itself). Raises FormatError."""
    options, deck = options_of(job), _deck(job)
    parsed = _parsed(content_of(job), job.file_name, options["name"])
    summary = dry_run.summary(parsed, deck, owner_of(job), options["rating"], options["language"])
    # Lines have no name by which they would be that deck again.
    return summary, ADD if deck is not None or parsed.format == plain_lines.NAME else REPLACE


def plan_of(job, mode=None, nearness=None):
    """The planning.Plan of the job. Raises FormatError."""
    options = options_of(job)
    parsed = _parsed(content_of(job), job.file_name, options["name"])
    return dry_run.plan_for(parsed, _deck(job), owner_of(job), mode or options["mode"], options["rating"],
                            options["language"], options["keys"], nearness)


def report(job):
    """Every row of the dry run, as dry_run.rows gives them."""
    return dry_run.rows(plan_of(job, mode=REPLACE, nearness=Nearness()))


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
