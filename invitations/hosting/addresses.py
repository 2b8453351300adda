"""What people type and paste as addresses: guests on one side, named mistakes on the other.

Pure; asks no database.

It reads what mail programs, spreadsheets and people make: `Ann <ann@example.org>`, `"Doe, Cat"
<cat@example.org>;`, `ann@example.org (Ann)`, `mailto:ann@example.org`, rows with names in cells, and
addresses with nothing but spaces between.
"""
from __future__ import unicode_literals

import re
from collections import namedtuple

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from common.text import CONTROLS, DIRECTION, ZERO_WIDTH, any_of

TEXT_LENGTH, NAME_LENGTH, EMAIL_LENGTH, LOCAL_LENGTH, SHOWN_LENGTH = 20000, 80, 254, 64, 120

# `email` is in lower case, `name` may be "", `text` reads again as the same guest.
Guest = namedtuple("Guest", "email name text")
# `bad` is [(piece as it was typed, why it is no guest)], `over` the guests beyond those that go at once.
Reading = namedtuple("Reading", "guests bad over")

_LINES = re.compile("[\r\n\v\f\x85\u2028\u2029]+")
_UNSHOWN = any_of(CONTROLS, ZERO_WIDTH, DIRECTION)
_QUOTES = re.compile("[\u201c\u201d\u201e\u201f\u00ab\u00bb]")
_LABEL = re.compile(r"^\s*(to|cc|bcc|from|e-?mails?)\s*:\s", re.IGNORECASE)
_TOKEN = re.compile(r'"[^"]*"|\([^()]*\)|<[^<>]*>|[^\s"<>()]+|.', re.UNICODE)
_SEPARATOR = re.compile(r"""\"[^"]*"|(?:^|(?<=[\s,;]))'[^'<>@]*'(?=\s*<)|[,;\t]""", re.UNICODE)
_LETTER = re.compile(r"[^\W\d_]", re.UNICODE)
_PUNCTUATION = " \t\"'`.,;:!?*\u2022()[]{}<>"
_MAILTO = re.compile(r"^mailto:([^?]*).*$", re.IGNORECASE)


class TooLongError(ValueError):
    """More text than anybody's address book."""


def read(text, at_once):
    """A Reading of `text` with `at_once` guests at most. Each address counts once. Raises TooLongError."""
    if len(text) > TEXT_LENGTH:
        raise TooLongError(text)
    guests, bad = [], []
    for line in _LINES.split(_QUOTES.sub('"', _UNSHOWN.sub("", text))):
        found, mistakes = _read_line(_LABEL.sub("", line))
        guests += found
        bad += mistakes
    guests = _once(guests, lambda guest: guest.email)
    bad = _once(bad, lambda mistake: mistake[0].lower())
    return Reading(guests[:at_once], bad, guests[at_once:])


def _read_line(line):
    pieces, separators = _split(line)
    if "\t" in separators:
        pieces = _join_cells(pieces)
    guests, bad = [], []
    for piece in pieces:
        found, mistakes = _read_piece(piece)
        guests += found
        bad += mistakes
    return guests, bad


def _split(line):
    """([piece], separators that count).

    Between semicolons a comma belongs to a name: Doe, Cat <cat@example.org>;
    """
    marks = [mark for mark in _SEPARATOR.finditer(line) if mark.group()[0] in ",;\t"]
    separators = {mark.group() for mark in marks}
    if ";" in separators and all(sum("@" in part for part in piece.split(",")) < 2
                                 for piece in line.split(";")):
        separators.discard(",")
    pieces, start = [], 0
    for mark in marks:
        if mark.group() in separators:
            pieces.append(line[start:mark.start()])
            start = mark.end()
    pieces.append(line[start:])
    return [piece.strip() for piece in pieces if piece.strip(_PUNCTUATION)], separators


def _join_cells(cells):
    """A spreadsheet's row with one address is one person; the cells before it are their name,
    else the one after it.
    """
    places = [place for place, cell in enumerate(cells) if "@" in cell]
    if len(places) != 1:
        return cells
    place, cell = places[0], cells[places[0]]
    if cell.strip(_PUNCTUATION).count(" ") or "<" in cell:
        return [cell]
    before, after = ([other.strip(_PUNCTUATION) for other in others if _tidy_name(other)]
                     for others in (cells[:place], cells[place + 1:place + 2]))
    return ['"%s" <%s>' % (" ".join(before or after).replace('"', ""), cell)]


def _read_piece(piece):
    """([Guest], [(text, why)]) of a piece, which may hold several addresses with spaces between."""
    tokens = [token for token in _TOKEN.findall(piece) if token.strip()]
    guests, bad, words = [], [], []
    for place, token in enumerate(tokens):
        inside = token[1:-1] if token[0] in '"<(' and len(token) > 1 else token
        if token[0] == "(" and len(token) > 1 and ("@" not in inside or " " in inside):
            if guests and not guests[-1].name and not words and "@" not in inside:
                guests[-1] = _guest(guests[-1].email, inside)
        elif (token[0] == "<" and len(token) > 1) or "@" in inside and not _names(inside, tokens[place + 1:]):
            email = _bare(inside)
            why = _why_not(email)
            if why:
                bad.append((_shown(" ".join(words + [token]) if token[0] == "<" or email[:1] == "@"
                                   else token), why))
            else:
                guests.append(_guest(email, " ".join(words)))
            words = []
        else:
            words.append(inside)
    rest = " ".join(words).strip(_PUNCTUATION)
    if rest:
        bad.append((_shown(rest), 'There is no address in this; one looks like "ann@example.org".'))
    return guests, bad


def _names(word, later):
    """Whether a word with an @ is only the name of the address in brackets that follows:
    ann@x.org <ann@x.org>.
    """
    return bool(later) and later[0][0] == "<" and len(later[0]) > 1 and (
        _bare(word).lower() == _bare(later[0]).lower() or bool(_why_not(_bare(word))))


def _bare(word):
    word = word.strip(_PUNCTUATION)
    return _MAILTO.sub(r"\1", word).strip(_PUNCTUATION)


def _guest(email, name):
    email, name = email.lower(), _tidy_name(name)
    name = "" if name.lower() == email else name
    return Guest(email, name, '"%s" <%s>' % (name, email) if name else email)


def _tidy_name(text):
    """A name for the greeting: "Doe, Cat" becomes "Cat Doe"; what has no letter is no name."""
    name = " ".join(text.replace('"', " ").replace("\\", " ").split()).strip(_PUNCTUATION + "-")
    family, comma, given = name.partition(", ")
    if comma and "," not in given:
        name = "%s %s" % (given.strip(), family.strip())
    return name[:NAME_LENGTH].strip() if _LETTER.search(name) else ""


def _why_not(email):
    """Why this is no address, kindly; "" when it is one."""
    local, at, domain = email.rpartition("@")
    if not at:
        return 'There is no @ in this; an address looks like "ann@example.org".'
    if "@" in local:
        return "There is more than one @ in this."
    if not local:
        return "Something is missing before the @; is there a space that should not be there?"
    if not domain:
        return 'Something is missing after the @, like "example.org".'
    if len(email) > EMAIL_LENGTH or len(local) > LOCAL_LENGTH:
        return "This is too long for an address."
    try:
        validate_email(email)
    except ValidationError:
        if "." not in domain:
            return 'The end is missing after the @, like ".org".'
        return "This does not look like an address. A slip of the finger?"
    return ""


def _shown(text):
    return text if len(text) <= SHOWN_LENGTH else text[:SHOWN_LENGTH - 1] + "\u2026"


def _once(things, key_of):
    seen = set()
    return [thing for thing in things if not (key_of(thing) in seen or seen.add(key_of(thing)))]
