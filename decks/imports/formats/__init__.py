"""Card files of every shape we read: `parse` turns bytes into packs.

A format is one module with NAME, `recognises(...)` and `parse(..., name)`: of the bytes (BINARY), of a JSON
value (JSON) or of a text (TEXT). Nothing of a file is ever executed, and nothing here touches the database.
"""
from __future__ import unicode_literals

import re
from collections import OrderedDict
from typing import Any

from django.utils.translation import gettext_noop as N_

from common.compat import gettext
from decks.cards.texts import CardError
from decks.imports.formats import (
    all_bad_cards,
    animals_tsv,
    card_lists,
    cardcast,
    crcast,
    csv_file,
    deck_file,
    django_2013,
    django_fixture,
    jah_compact,
    jah_full,
    massive_decks,
    plain_lines,
    xlsx_file,
)
from decks.imports.formats.xyzzy import pyx_sql, pyx_sqlite
from decks.imports.generic import doubts, reading
from decks.imports.generic.reading import NoCardsError
from decks.imports.generic.records import source_code, text_lines, values
from decks.imports.generic.shapes import LIST, Mapping, RecordSet
from decks.imports.reading import archive, foreign, rows
from decks.imports.reading.shapes import FormatError, Parsed, RowError, describe
from decks.imports.reading.tables import office, spreadsheet, web_page
from decks.imports.reading.texts import code_pages
from decks.imports.reading.texts.encodings import decode
from decks.imports.reading.values import json_text, key_values, latex, translations, xml_text, yaml_text
from decks.imports.reading.vocabulary import kind_of
from decks.limits import FILE_BYTES, FILE_LINES, NAME_LENGTH

BINARY = (xlsx_file, pyx_sqlite)
# The first that recognises a value reads it, so the stricter ones come first.
JSON = (jah_compact, deck_file, cardcast, massive_decks, crcast, all_bad_cards, jah_full, django_2013,
        django_fixture, card_lists)
TEXT = (pyx_sql, csv_file, animals_tsv)
FORMATS = BINARY + JSON + TEXT + (plain_lines,)

# What is written in a way of its own, and has values as JSON has.
_WRITTEN = (yaml_text, xml_text, latex, translations, key_values)

_JSON_NAMES = (".json", ".json5")
_JSON_BEGINS = re.compile(r"\s*(?:[{\[]|//|/\*)")
_STATEMENTS = re.compile(
    r"^\s{0,20}(?:(?:export )?(?:var|let|const|function|class)|import|module\.exports) ?\b", re.MULTILINE)
_NOT_JSON = (".txt", ".csv", ".tsv", ".sql") + source_code.ENDINGS
_UNKNOWN = N_("this is no card file we know: %s")


def parse(content, file_name="", mapping=None):
    # type: (bytes, str, Mapping | None) -> Parsed
    """shapes.Parsed of a file given as bytes; decks that have no name of their own are called like the file.

    A file that no format recognises is read as its records look like cards, or as a generic Mapping says;
    with a Mapping every file is. Raises FormatError with one line that says what is wrong.
    """
    if len(content) > FILE_BYTES:
        raise FormatError(gettext("the file has %d MB, the limit is %d "
                                  "MB") % (len(content) >> 20, FILE_BYTES >> 20))
    if content.startswith(archive.PACKED):
        content, file_name = archive.unpacked(content), re.sub(r"(?i)\.gz$", "", file_name)
    name = _name(file_name)
    if _is_archive(content):
        return _together(archive.members(content), name, mapping)
    parsed, sets, notes = _opened(content, file_name, name, mapping is not None)
    parsed = parsed or _read(sets, name, mapping)
    if mapping is None and parsed.proposal is not None and code_pages.are_doubtful(notes):
        parsed = parsed._replace(proposal=dict(parsed.proposal, sure=False))
    return parsed._replace(notes=notes + parsed.notes)


def read_json(content):
    # type: (bytes) -> Any
    """The value of a JSON or JSON5 file given as bytes. Raises FormatError."""
    return json_text.read(decode(content)[0])


def _opened(content, file_name, name, as_records, deck=""):
    # type: (bytes, str, str, bool, str) -> tuple[Parsed | None, list[RecordSet], tuple[str, ...]]
    """(Parsed where a format recognises the file, its records where none does or `as_records`, notes)."""
    if foreign.problem(content):
        raise FormatError(foreign.problem(content))
    found = _read_as(content, file_name, name, as_records, deck)
    if found[0] is not None and doubts.are_exchanged(found[0]):
        return _read_as(content, file_name, name, True, deck)  # so that it is asked
    return found


def _read_as(content, file_name, name, as_records, deck):
    # type: (bytes, str, str, bool, str) -> tuple[Parsed | None, list[RecordSet], tuple[str, ...]]
    for module in BINARY if not as_records else ():
        if module.recognises(content):
            return module.parse(content, name), [], ()
    sets = reading.sets_of_bytes(content, name)
    if sets is not None:
        return None, sets, ()
    text, notes = (office.text(content), ()) if office.is_text(content) else decode(content)
    if not text.strip():
        raise FormatError(gettext("the file is empty"))
    if not as_records and foreign.problem_of_text(text):
        raise FormatError(foreign.problem_of_text(text))
    file_name = file_name.lower()
    if web_page.is_one(text):
        sets, text = reading.sets_of_page(text, name)
        if sets:
            return None, sets, notes
    text = text_lines.separated(text_lines.without_directives(text))
    for reader in _WRITTEN:
        if reader.is_one(text, file_name):
            return _of_value(reader.read(text), name, as_records, notes)
    if file_name.endswith(_JSON_NAMES) or _JSON_BEGINS.match(text) and not (
            file_name.endswith(_NOT_JSON) or _STATEMENTS.search(text[:40000])):
        return _of_value(json_text.lines(text) or json_text.read(text), name, as_records, notes)
    if text.count("\n") > FILE_LINES:
        raise FormatError(gettext("the file has %d lines, the limit is %d; split "
                                  "it") % (text.count("\n"), FILE_LINES))
    written = None if as_records else next((one for one in TEXT if one.recognises(text)), None)
    if written is not None:
        return written.parse(text, name), [], notes
    sets = reading.sets_of_text(text, file_name, name, deck)
    if not as_records and not deck and not code_pages.are_doubtful(notes) and reading.is_plain(
            sets) and not text_lines.has_titles(text.split("\n")):
        del sets  # as big as the text
        return plain_lines.parse(text, name), [], notes
    return None, sets, notes


def _of_value(document, name, as_records, notes):
    # type: (Any, str, bool, tuple[str, ...]) -> tuple[Parsed | None, list[RecordSet], tuple[str, ...]]
    """What _opened gives for the value of a JSON or YAML file."""
    form = None if as_records else next((one for one in JSON if one.recognises(document)), None)
    if form is not None:
        return form.parse(document, name), [], notes
    return None, values.record_sets(document, name), notes


def _is_archive(content):
    # type: (bytes) -> bool
    return archive.is_one(content) and not spreadsheet.is_one(content) and not office.is_text(content)


def _read(sets, name, mapping):
    # type: (list[RecordSet], str, Mapping | None) -> Parsed
    try:
        return reading.read(sets, name, mapping)
    except NoCardsError as error:
        raise FormatError(gettext(_UNKNOWN) % error)


def _together(members, name, mapping):
    # type: (list[tuple[str, bytes]], str, Mapping | None) -> Parsed
    """Parsed of all files of an archive; one that cannot be read costs no other."""
    found, errors, sets = [], [], []  # type: list[Parsed], list[RowError], list[RecordSet]
    titles = _titles([path for path, _ in members])
    for number, (path, content) in enumerate(members, 1):
        try:
            if _is_archive(content):
                raise FormatError(gettext("it is an archive within this one; unpack it, and bring its "
                                          "files in"))
            parsed, records, notes = _opened(
                content, path, titles[path], mapping is not None, reading.deck_of(path))
            if parsed is None and not records:
                raise FormatError(reading.NO_CARDS)
        except FormatError as error:
            errors.append(RowError(path, "pack", number, "%s" % error, 0))
            continue
        parsed = parsed or Parsed(reading.NAME, (), (), (), None)
        found.append(parsed._replace(notes=notes + parsed.notes))
        _say_kind(records, _name(path), titles[path])
        for one in records:
            label = path if len(records) == 1 else "%s: %s" % (path, one.name)
            sets.append(one._replace(name=label))
    packs_there = any(parsed.packs for parsed in found)
    try:
        apart = _read_apart(sets, name, titles) if mapping is None else []
        found.extend(apart or ([_read(sets, name, mapping)] if sets else []))
    except FormatError as error:
        if not packs_there:
            raise
        errors.append(RowError(name, "pack", 1, "%s" % error, 0))
    return _joined(found, errors)


def _read_apart(sets, name, titles):
    # type: (list[RecordSet], str, dict[str, str]) -> list[Parsed]
    """Parsed of files with other fields than each other, each by a guess of its own; [] where one of these
    guesses is not sure, or finds a deck without questions or answers: together they may make one.
    """
    alike = OrderedDict()  # type: OrderedDict[frozenset[str], list[RecordSet]]
    for one in sets:
        alike.setdefault(frozenset(one.fields), []).append(one)
    if len(alike) < 2:
        return []
    try:
        found = [_read(group, titles.get(group[0].name, name) if len(group) == 1 else name, None)
                 for group in alike.values()]
    except FormatError:
        return []
    whole = all(pack.black and pack.white for parsed in found for pack in parsed.packs)
    return found if whole and all((parsed.proposal or {}).get("sure") for parsed in found) else []


def _say_kind(sets, stem, title):
    # type: (list[RecordSet], str, str) -> None
    """Let the records of a file that is called like a kind say that, and not the folder that it lies in."""
    for one in sets if kind_of(stem) else ():
        for record in one.records:
            if record.values.get(LIST) == title:
                record.values[LIST] = stem


def _titles(paths):
    # type: (list[str]) -> dict[str, str]
    """{path: what a deck is called that only has this file}: by the folder where several have its name."""
    names = [_name(path) for path in paths]
    return {path: _name(re.split(r"[/\\]", path)[-2]) if names.count(name) > 1 and "/" in path else name
            for path, name in zip(paths, names)}


def _joined(found, errors):
    # type: (list[Parsed], list[RowError]) -> Parsed
    """One Parsed of several."""
    packs = sum((parsed.packs for parsed in found), ())
    if not packs:
        first = gettext("; the first is %s") % describe(errors[0]) if errors else ""
        raise FormatError(gettext("there is no file of cards in the archive") + first)
    forms = {parsed.format for parsed in found if parsed.packs}
    notes = OrderedDict.fromkeys(note for parsed in found for note in parsed.notes)
    return Parsed(forms.pop() if len(forms) == 1 else reading.NAME, packs,
                  tuple(errors) + sum((parsed.errors for parsed in found), ()), tuple(notes),
                  next((parsed.proposal for parsed in found if parsed.proposal), None))


def _name(file_name):
    # type: (str) -> str
    """What a deck is called that only has a file: that of "my_cards.tar.gz" is "my cards"."""
    stem = re.split(r"[/\\]", file_name)[-1].split(".")[0].replace("_", " ")[:NAME_LENGTH]
    try:
        return rows.pack_name(stem)
    except CardError:
        return gettext(rows.UNNAMED)
