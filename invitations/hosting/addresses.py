"""What people type and paste as addresses: guests on one side, named mistakes on the other.

Pure; asks no database.

It reads what mail programs, spreadsheets and people make: `Ann <ann@example.org>`, `"Doe, Cat"
<cat@example.org>;`, `ann@example.org (Ann)`, `mailto:ann@example.org`, rows with names in cells, and
addresses with nothing but spaces, a bar or "and" between, and groups: `Friends: ann@example.org,
bob@example.org;`. What mail programs put around them is in pasted.py.
"""
from __future__ import unicode_literals

import re
from collections import namedtuple

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from common.email_addresses import canonical, readable
from common.text import CONTROLS, DIRECTION, ZERO_WIDTH, any_of, is_ascii
from invitations.hosting import cells, pasted
from invitations.hosting.cells import LETTER, PUNCTUATION

TEXT_LENGTH, NAME_LENGTH, EMAIL_LENGTH, LOCAL_LENGTH, SHOWN_LENGTH = 20000, 80, 254, 64, 120

# `email` is canonical (common/email_addresses.py), `name` may be "", `text` reads again as the same guest.
Guest = namedtuple("Guest", "email name text")
# `bad` is [(piece as it was typed, why it is no guest)], `over` the guests beyond those that go at once.
Reading = namedtuple("Reading", "guests bad over")

_LINES = re.compile("[\r\n\v\f\x85\u2028\u2029]+")
_UNSHOWN = any_of(CONTROLS, ZERO_WIDTH, DIRECTION)
_QUOTES = re.compile("[\u201c\u201d\u201e\u201f\u00ab\u00bb]")
# A group of RFC 5322, which ends with a semicolon, or with the line.
_GROUP = re.compile(r"""(^|[;,])(?:\s*"[^"]*"\s*|[^:;,@<>"()]+):(?=\s)([^:;]*)(?=;|$)""", re.UNICODE)
_TOKEN = re.compile(r'"[^"]*"|\([^()]*\)|<[^<>]*>|[^\s"<>()]+|.', re.UNICODE)
_SEPARATOR = re.compile(r"""\"[^"]*"|(?:^|(?<=[\s,;]))'[^'<>@]*'(?=\s*<)|[,;\t]""", re.UNICODE)
_TITLES = re.compile(r"((?:\w+\.\s+)*)(.*)", re.UNICODE)
_BARS = re.compile("[|/]+")
_SPELLED = re.compile(r"[^\W\d_][^.]*\.?$", re.UNICODE)
# What stands before the address of a piece.
_GIVEN = re.compile(r"[^<@]*(?=<)|[^<@]*\s(?=\S+@\S+$)|[^<]*", re.UNICODE)
_MAILTO = re.compile(r"^mailto:([^?]*).*$", re.IGNORECASE)

NOT_ASCII = N_("Our letters do not reach addresses with letters beyond a to z before the @; ask for "
               "another one.")


class TooLongError(ValueError):
    """More text than anybody's address book."""


def read(text, at_once):
    """A Reading of `text` with `at_once` guests at most. Each address counts once. Raises TooLongError."""
    if len(text) > TEXT_LENGTH:
        raise TooLongError(text)
    guests, bad, columns = [], [], None
    for line in _LINES.split(_UNSHOWN.sub("", _QUOTES.sub('"', pasted.tidied(text)))):
        heads = cells.columns_of(line)
        if heads is not None:
            columns = heads
            continue
        line = cells.person(columns, line) if columns else line
        found, mistakes = _read_line(_without_groups(pasted.without_labels(line)))
        guests += found
        bad += mistakes
    guests = _once(guests, lambda guest: guest.email)
    bad = _once(bad, lambda mistake: mistake[0].lower())
    return Reading(guests[:at_once], bad, guests[at_once:])


def _without_groups(line):
    """The line without the names of its groups. Where none has more than one address, those are people's:
    Ann: ann@example.org
    """
    are_groups = any(group.group(2).count("@") > 1 for group in _GROUP.finditer(line))
    return _GROUP.sub(r"\1\2", line) if are_groups else line


def _read_line(line):
    pieces, separators = _split(line)
    if "\t" in separators or cells.is_row(line, pieces):
        pieces = cells.joined(pieces)
    elif "," in separators:
        pieces = _join_names(pieces)
    if "@" in line:
        pieces = [piece for piece in pieces if not cells.is_number(piece)]
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
    return [piece.strip() for piece in pieces if piece.strip(PUNCTUATION)], separators


def _join_names(pieces):
    """Without a semicolon, too, a name and the piece after it may be one person: Doe, Cat <cat@example.org>

    Several names in a row are several people whose addresses are missing.
    """
    joined, names = [], 0
    for piece in pieces:
        given = _GIVEN.match(piece).group()
        if names == 1 and 0 < len(given) < len(piece) and "@" not in given:
            joined[-1] += ", " + piece
        else:
            joined.append(piece)
        names = names + 1 if all(_SPELLED.match(word) for word in piece.split()) else 0
    return joined


def _read_piece(piece):
    """([Guest], [(text, why)]) of a piece, which may hold several addresses with spaces between."""
    found = _TOKEN.findall(pasted.without_number(piece))
    tokens = [part for token in found for part in _parted(token) if part.strip()]
    guests, bad, words, between, good = [], [], [], False, False
    for place, token in enumerate(tokens):
        inside = token[1:-1] if token[0] in '"<(' and len(token) > 1 else token
        if token[0] == "(" and len(token) > 1 and ("@" not in inside or " " in inside):
            if guests and not guests[-1].name and not words and "@" not in inside:
                guests[-1] = _guest(guests[-1].email, inside)
        elif (token[0] == "<" and len(token) > 1) or "@" in inside and not _names(inside, tokens[place + 1:]):
            if good and token[0] != "<":
                words = _name_last(guests, words)
            email = _bare(inside)
            why = _why_not(email)
            if why:
                bad.append((_shown(" ".join(words + [token]) if token[0] == "<" or email[:1] == "@"
                                   else token), why))
            else:
                guests.append(_guest(email, " ".join(words)))
            words, good = [":"] if inside[-1:] == ":" else [], not why
        elif words or not (token in pasted.AND or between and token in pasted.TO):
            words.append(inside)
        between = token in pasted.AND and not words
    rest = " ".join(_name_last(guests, words) if good else words).strip(PUNCTUATION)
    if rest:
        rest = rest if guests or bad else piece
        bad.append((_shown(rest), _('There is no address in this; one looks like "ann@example.org".')))
    return guests, bad


def _name_last(guests, words):
    """Give the last guest the name behind a dash: ann@example.org - Ann. Returns the words that are left."""
    if len(words) < 2 or words[0] not in pasted.DASHES or guests[-1].name:
        return words
    guests[-1] = _guest(guests[-1].email, " ".join(words[1:]))
    return []


def _parted(token):
    """The addresses that a bar holds together; before the only @ it belongs to the address."""
    return _BARS.split(token) if token[0] not in '"(<' and token.count("@") > 1 else [token]


def _names(word, later):
    """Whether a word with an @ is only the name of the address in brackets that follows:
    ann@x.org <ann@x.org>.
    """
    return bool(later) and later[0][0] == "<" and len(later[0]) > 1 and (
        canonical(_bare(word)) == canonical(_bare(later[0])) or bool(_why_not(_bare(word))))


def _bare(word):
    word = word.strip(PUNCTUATION)
    return _MAILTO.sub(r"\1", word).strip(PUNCTUATION)


def _guest(email, name):
    email, name = canonical(email), _tidy_name(name)
    name = "" if canonical(name) == email else name
    shown = readable(email)
    return Guest(email, name, '"%s" <%s>' % (name, shown) if name else shown)


def _tidy_name(text):
    """A name for the greeting: "Doe, Cat" becomes "Cat Doe"; what has no letter is no name."""
    name = " ".join(text.replace('"', " ").replace("\\", " ").split()).strip(PUNCTUATION + "-")
    family, comma, given = name.partition(", ")
    if comma and "," not in given:
        titles, family = _TITLES.match(family.strip()).groups()
        name = "%s%s %s" % (titles, given.strip(), family)
    return name[:NAME_LENGTH].strip() if LETTER.search(name) else ""


def _why_not(email):
    """Why this is no address, kindly; "" when it is one."""
    local, at, domain = email.rpartition("@")
    if not at:
        return _('There is no @ in this; an address looks like "ann@example.org".')
    if "@" in local:
        return _("There is more than one @ in this.")
    if not local:
        return _("Something is missing before the @; is there a space that should not be there?")
    if not domain:
        return _('Something is missing after the @, like "example.org".')
    if not is_ascii(local):
        return _(NOT_ASCII)
    email = canonical(email)
    if len(email) > EMAIL_LENGTH or len(local) > LOCAL_LENGTH:
        return _("This is too long for an address.")
    try:
        validate_email(email)
    except ValidationError:
        if "." not in domain:
            return _('The end is missing after the @, like ".org".')
        return _("This does not look like an address. A slip of the finger?")
    return ""


def _shown(text):
    return text if len(text) <= SHOWN_LENGTH else text[:SHOWN_LENGTH - 1] + "\u2026"


def _once(things, key_of):
    seen = set()
    return [thing for thing in things if not (key_of(thing) in seen or seen.add(key_of(thing)))]
