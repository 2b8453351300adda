"""Rows of spreadsheets and of files with commas: names, addresses and telephone numbers in cells. Pure."""
from __future__ import unicode_literals

import re
from collections import namedtuple

PUNCTUATION = " \t\"'`.,;:!?*|/\u2022\u2013\u2014\u2018\u2019()[]{}<>"
MARKS = ",;\t"
LETTER = re.compile(r"[^\W\d_]", re.UNICODE)
_SPELLED = re.compile(r"[^\W\d_][^.]*\.?$", re.UNICODE)
_SPACED = re.compile(r"[,;]\s+\S", re.UNICODE)
_QUOTED = re.compile(r'"[^"]*"')
# A telephone number, perhaps with "Tel." before it, or another number.
_NUMBER = re.compile(r"(?:[^\W\d_]{1,9}(?:[.:]\s*|\s+)(?=(?:\W*\d){5}))?"
                     r"[+(]*\d[\d\s().+/\u2010-\u2014-]*$", re.UNICODE)
# The heads of columns, in the languages of the letters, as contacts are exported.
_MAIL = re.compile(r"(?:e-?mail|mail|correo(?: electr\xf3nico)?|courriel)[ -]?\d*"
                   r"(?:[ -]*(?:address|adresse|adress|value))?$|adres e-?mail$", re.UNICODE)
_GIVEN = {"first", "first name", "given name", "firstname", "forename", "vorname", "pr\xe9nom", "prenom",
          "imi\u0119"}
_FAMILY = {"last", "last name", "family name", "lastname", "surname", "nachname", "familienname", "apellido",
           "apellidos", "nazwisko"}
_FULL = {"name", "full name", "display name", "nombre", "nom", "nom complet", "anzeigename",
         "imi\u0119 i nazwisko"}

# Which cells of a row are what; `width` is how many it has.
Columns = namedtuple("Columns", "mark width mails given full family")


def columns_of(line):
    """The Columns that a line with the heads of a table names, or None for any other line."""
    mark = max(MARKS, key=line.count)
    heads = [_plain(cell).lower() for cell in _cells(line, mark)]
    mails = [place for place, head in enumerate(heads) if _MAIL.match(head)]
    if "@" in line or len(heads) < 2 or not mails:
        return None
    places = [[place for place, head in enumerate(heads) if head in words]
              for words in (_GIVEN, _FULL, _FAMILY)]
    return Columns(mark, len(heads), mails, *places)


def person(columns, line):
    """A row below these Columns as names and addresses in brackets; what does not fit stays as it is."""
    cells = [_plain(cell) for cell in _cells(line, columns.mark)] + columns.width * [""]
    mails = [cells[place] for place in columns.mails if "@" in cells[place]]
    if any(cells[columns.width:]) or not mails or "".join(mails).count("@") < line.count("@"):
        return line
    name = _name(*[" ".join(cells[place] for place in places if cells[place]) for places in columns[3:]])
    name = name.replace('"', "")
    return ", ".join('"%s" <%s>' % (name, mail) if name else mail for mail in mails)


def is_row(line, pieces):
    """Whether this is a row with names or numbers and one address in cells: Ann,0170 123,ann@example.org"""
    others = [piece.strip(PUNCTUATION) for piece in pieces if "@" not in piece]
    names = [piece for piece in others if not is_number(piece)]
    spaced = _SPACED.search(_QUOTED.sub("", line)) and len(names) == len(others)
    return (0 < len(others) == len(pieces) - 1 and not spaced
            and all(_SPELLED.match(word.strip(PUNCTUATION)) for name in names for word in name.split()))


def joined(cells):
    """A row with one address is one person; the cells before it are their name, else the first one after it
    that is a name.
    """
    places = [place for place, cell in enumerate(cells) if "@" in cell]
    if len(places) != 1:
        return cells
    place, cell = places[0], cells[places[0]]
    if cell.strip(PUNCTUATION).count(" ") or "<" in cell:
        return [cell]
    before, after = ([other.strip(PUNCTUATION) for other in others if _is_name(other)]
                     for others in (cells[:place], cells[place + 1:]))
    return ['"%s" <%s>' % (" ".join(before or after[:1]).replace('"', ""), cell)]


def is_number(cell):
    """Whether this is a telephone number or another one, and nobody's name."""
    return bool(_NUMBER.match(cell.strip(PUNCTUATION)))


def _is_name(cell):
    return bool(LETTER.search(cell)) and not is_number(cell)


def _name(given, full, family):
    """Where there are a given name and "Name", that is the family's, or all of it."""
    if full and all(part in full for part in (given, family)):
        return full
    if given and family:
        return "%s %s" % (given, family)
    return " ".join(part for part in (given, full, family) if part)


def _cells(line, mark):
    return re.findall(r'(?:^|%s)((?:"[^"]*"|[^"%s])*)' % (re.escape(mark), re.escape(mark)), line)


def _plain(cell):
    return cell.strip().strip('"').strip()
