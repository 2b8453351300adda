"""Card files of every shape we read: `parse` turns bytes into packs.

A format is one module with NAME, `recognises(...)` and `parse(..., name)`: of the bytes (BINARY), of a JSON
value (JSON) or of a text (TEXT). Nothing of a file is ever executed, and nothing here touches the database.
"""
from __future__ import unicode_literals

import re

from decks.cards.texts import CardError
from decks.imports.formats import (
    all_bad_cards,
    animals_tsv,
    cardcast,
    crcast,
    csv_file,
    deck_file,
    django_2013,
    jah_compact,
    jah_full,
    json_text,
    massive_decks,
    plain_lines,
    pyx_sql,
    pyx_sqlite,
    rows,
    xlsx_file,
)
from decks.imports.formats.encodings import decode
from decks.imports.formats.shapes import FormatError
from decks.limits import FILE_BYTES, FILE_LINES, NAME_LENGTH

BINARY = (xlsx_file, pyx_sqlite)
# The first that recognises a value reads it, so the stricter ones come first.
JSON = (jah_compact, deck_file, cardcast, massive_decks, crcast, all_bad_cards, jah_full, django_2013)
TEXT = (pyx_sql, csv_file, animals_tsv)
FORMATS = BINARY + JSON + TEXT + (plain_lines,)

_FOREIGN = (
    (b"PGDMP", "this is a dump that only PostgreSQL reads; make one with: pg_dump --format=plain"),
    (b"\x1f\x8b", "the file is packed (gzip); unpack it first"),
    (b"\xd0\xcf\x11\xe0", "this is an old Excel file; save it as .xlsx or .csv"),
    (b"Rar!", "the file is packed (RAR); unpack it first"),
    (b"7z\xbc\xaf", "the file is packed (7-Zip); unpack it first"),
    (b"%PDF", "this is a PDF, not a file of cards"),
)
_JSON_NAMES, _TEXT_NAMES = (".json", ".json5"), (".txt", ".csv", ".tsv")
_JSON_BEGINS = re.compile(r"\s*(?:[{\[]|//|/\*)")
_UNKNOWN = ("this is no card file we know; what is in it is JSON, but neither a deck file, nor a file of "
            "JSON Against "
            "Humanity, Massive Decks, Cardcast, CrCast, All Bad Cards or the old Cards Against Django")


def parse(content, file_name=""):
    """shapes.Parsed of a file given as bytes; decks that have no name of their own are called like the file.

    Raises FormatError with one line that says what is wrong.
    """
    if len(content) > FILE_BYTES:
        raise FormatError("the file has %d MB, the limit is %d MB" % (len(content) >> 20, FILE_BYTES >> 20))
    for magic, problem in _FOREIGN:
        if content.startswith(magic):
            raise FormatError(problem)
    name = _name(file_name)
    for module in BINARY:
        if module.recognises(content):
            return module.parse(content, name)
    text, notes = decode(content)
    if not text.strip():
        raise FormatError("the file is empty")
    return _parse_text(text, name, file_name.lower())._replace(notes=notes)


def read_json(content):
    """The value of a JSON or JSON5 file given as bytes. Raises FormatError."""
    return json_text.read(decode(content)[0])


def sniff(document):
    """The format module that reads this JSON value. Raises FormatError when none does."""
    for module in JSON:
        if module.recognises(document):
            return module
    raise FormatError(_UNKNOWN)


def _parse_text(text, name, file_name):
    if file_name.endswith(_JSON_NAMES) or _JSON_BEGINS.match(text) and not file_name.endswith(_TEXT_NAMES):
        document = json_text.read(text)
        return sniff(document).parse(document, name)
    lines = text.count("\n")
    if lines > FILE_LINES:
        raise FormatError("the file has %d lines, the limit is %d; split it" % (lines, FILE_LINES))
    for module in TEXT:
        if module.recognises(text):
            return module.parse(text, name)
    if file_name.endswith(".sql"):
        raise FormatError("there are no cards of Pretend You're Xyzzy in this SQL; wanted are black_cards, "
                          "white_cards "
                          "and card_set")
    return (csv_file if file_name.endswith((".csv", ".tsv")) else plain_lines).parse(text, name)


def _name(file_name):
    """What a deck is called that only has a file: that of "my_cards.tar.gz" is "my cards"."""
    stem = re.split(r"[/\\]", file_name)[-1].split(".")[0].replace("_", " ")[:NAME_LENGTH]
    try:
        return rows.pack_name(stem)
    except CardError:
        return rows.UNNAMED
