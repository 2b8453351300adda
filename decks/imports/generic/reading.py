"""From a file of no known shape to packs: finds its records, and reads them as a Mapping says that is given
or guessed.
"""

from __future__ import unicode_literals

import re
from collections import OrderedDict
from typing import Any, Dict, List, Optional, Sequence, Tuple

from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from decks.imports.generic import applying, columns, guessing, kinds, mapping
from decks.imports.generic.fields import SAMPLE, as_text, beginning, describe, has_blank, is_code, is_words
from decks.imports.generic.records import databases, references, source_code, tables, text_lines, values
from decks.imports.generic.shapes import (
    ALL_WHITE,
    BLANKS,
    BY_COLUMN,
    LIST,
    RULES,
    SURE,
    VALUE,
    Mapping,
    Proposal,
    Record,
    RecordSet,
)
from decks.imports.reading.databases import sql, sqlite
from decks.imports.reading.shapes import FormatError, Parsed, RowError
from decks.imports.reading.tables import spreadsheet, web_page
from decks.imports.reading.texts import blanks, hygiene
from decks.imports.reading.values import json_text
from decks.imports.reading.vocabulary import is_name_field, kind_of

NAME = applying.NAME
LONG_LINE = 60  # characters; half of all lines of cards are shorter than half of it
NO_CARDS = N_("no list in the file looks like one of cards")
_FIELDS, _VALUES, _SAMPLE = 40, 12, 3


class NoCardsError(FormatError):
    """Nothing in the file looks like a list of cards."""


def sets_of_bytes(content, name):
    # type: (bytes, str) -> Optional[List[RecordSet]]
    """The sets of a database or spreadsheet; None for other files. Raises FormatError."""
    if content.startswith(sqlite.MAGIC):
        return databases.of_sqlite(content)
    if spreadsheet.is_one(content):
        sheets = [(title, list(rows)) for title, rows in spreadsheet.sheets(content)]
        sheets = [(title, rows) for title, rows in sheets if rows]
        if len(sheets) == 1:
            return [tables.record_set(name, sheets[0][1])]
        return [tables.record_set(title, rows, "" if kind_of(title) else title) for title, rows in sheets]
    return None


def sets_of_text(text, file_name, name, deck=""):
    # type: (str, str, str, str) -> List[RecordSet]
    """The sets of a text, whatever it is written in; `deck` is the deck that they belong to, if any."""
    if sql.tables(text):
        return databases.of_sql(text)
    if file_name.lower().endswith(".sql"):
        raise FormatError(_("there are no rows of tables in this SQL"))
    document = json_text.lines(text)  # type: Any
    is_table = file_name.lower().endswith((".csv", ".tsv"))
    if document is None and not is_table and is_program(text, file_name):
        document = source_code.document(text, file_name)
        if not document:
            raise FormatError(source_code.NOTHING)
    if document is not None:
        return values.record_sets(document, name)
    delimiter = tables.delimiter_of(text)
    if delimiter:
        return [tables.of_text(name, text, delimiter, deck)]
    column = tables.column_of(text) if is_table else []
    if column:
        return [tables.record_set(name, column, deck)]
    return [text_lines.lines_set(name, text, deck)]


def sets_of_page(text, name):
    # type: (str, str) -> Tuple[List[RecordSet], str]
    """(the sets of the tables of a web page, "") or, where it has lists, (no sets, its lines)."""
    found, lines_there = web_page.read(text)
    if len(found) == 1:
        return [tables.record_set(name, found[0][1])], ""
    return [tables.record_set(title or name, rows, "" if kind_of(title) else title)
            for title, rows in found], lines_there


def is_program(text, file_name):
    # type: (str, str) -> bool
    """Whether a text is a source file, by its name or by its lines."""
    if file_name.lower().endswith(source_code.ENDINGS):
        return True
    lines = [line for line in text[:40000].split("\n") if line.strip()][:200]
    return len(lines) > 2 and sum(map(is_code, lines)) > len(lines) * 0.3


def read(sets, name, given=None):
    # type: (List[RecordSet], str, Optional[Mapping]) -> Parsed
    """Parsed of sets, with its proposal. Raises FormatError where there is no card."""
    about = _about(sets)
    references.resolve(sets)
    if given is None:
        proposal = guessing.propose(sets)
        if not proposal.mapping.text:
            raise NoCardsError(_(NO_CARDS))
    else:
        proposal = Proposal(_completed(given, sets), 1.0, [])
    parsed = applying.apply(sets, proposal.mapping, name, about)
    if given is None and applying.looks_like_code(parsed):
        raise FormatError(source_code.NOTHING)
    return parsed._replace(proposal=_told(proposal, sets))


def _completed(given, sets):
    # type: (Mapping, List[RecordSet]) -> Mapping
    """A Mapping that somebody gave, with what it leaves open as we would guess it. Raises FormatError."""
    guessed = guessing.propose(sets).mapping
    if not given.text:
        given = guessed._replace(**{key: value for key, value in given._asdict().items() if value})
    if not given.kind:
        given = given._replace(kind=guessed.kind, black=guessed.black, white=guessed.white)
    elif given.kind not in RULES and not given.black and not given.white:
        given = kinds.complete(given, sets)
    elif given.kind == BY_COLUMN and given.text and not given.black and not given.white:
        given = columns.complete(given, sets)
    mapping.check(given, sets)
    return given


def _told(proposal, sets):
    # type: (Proposal, List[RecordSet]) -> Dict[str, Any]
    """A proposal as the page and the command tell it, in values of JSON."""
    together = RecordSet(
        "",
        list(OrderedDict((field, None) for one in sets for field in one.fields)),
        [record for one in sets for record in one.records[:2000]],
        (),
    )
    fields, found = [], {}
    for name in together.fields[:_FIELDS]:
        field = describe(together, name)
        some = [as_text(record.values[name])[:80] for record in together.records if record.values.get(name)]
        if not some and name.isdigit():
            continue  # an empty column without a name
        fields.append({"name": name, "samples": list(OrderedDict.fromkeys(some))[:_SAMPLE]})
        if field.values and len(field.values) <= _VALUES:
            found[name] = field.values
    return {
        "mapping": mapping.as_dict(proposal.mapping),
        "confidence": proposal.confidence,
        "sure": proposal.confidence >= SURE,
        "reasons": proposal.reasons,
        "fields": fields,
        "values": found,
        "sources": [one.name for one in sets][:_FIELDS],
    }


def _about(sets):
    # type: (List[RecordSet]) -> Dict[str, Any]
    """{name: what the file says} of everything in it that has a name of its own."""
    found = {}
    for one in sets:
        name = next((field for field in one.fields if is_name_field(field)), None)
        if name is not None and len(one.records) < 5000:
            found.update({as_text(record.values.get(name)): record.values for record in one.records})
    return found


def deck_of(path):
    # type: (str) -> str
    """The deck that a file in an archive is, by its name or, where that is a kind of cards, by its folder."""
    parts = [part for part in re.split(r"[/\\]", path) if part]
    stem = parts[-1].split(".")[0] if parts else ""
    return (
        stem.replace("_", " ") if not kind_of(stem) else parts[-2].replace("_", " ") if len(parts) > 1 else ""
    )


def is_plain(sets):
    # type: (List[RecordSet]) -> bool
    """Whether these are nothing but the lines of a text whose blanks tell which are black."""
    if len(sets) != 1 or set(sets[0].fields) - {VALUE, LIST} or _is_prose(sets[0]):
        return False
    if not all(record.line for record in sets[0].records[:1]):
        return False  # data of a source file
    texts = [beginning(record.values.get(VALUE)) for record in sets[0].records[:SAMPLE]]
    if text_lines.are_like_data(texts) or any(blanks.are_likely(hygiene.clean(text)) for text in texts):
        return False
    return guessing.propose(sets).mapping.kind in (BLANKS, ALL_WHITE, "") and not any(
        len(record.values[LIST]) > 1 and kind_of(record.values[LIST]) for record in sets[0].records[:1]
    )


def _is_prose(lines):
    # type: (RecordSet) -> bool
    """Whether these look like the lines of a letter or a manual: nearly none has a blank, and most are longer
    than cards are.
    """
    texts = [beginning(record.values.get(VALUE)) for record in lines.records[:SAMPLE]]
    blanks, long = sum(map(has_blank, texts)), sum(len(text) > LONG_LINE and is_words(text) for text in texts)
    return blanks * 10 < len(texts) and long * 2 > len(texts)
