"""Makes records of the lines of a text: with a kind before each, below headings, or without any. Pure."""

from __future__ import unicode_literals

import itertools
import re
from collections import Counter

from decks.imports.generic.shapes import DECK, LIST, VALUE, Record, RecordSet
from decks.imports.reading.vocabulary import kind_of, kinds_of
from decks.limits import ROW_LENGTH

_KIND, _HEADINGS, _SAMPLE = "kind", 20, 200
_PREFIX = re.compile(
    r"(?:[\[(<{](\w{1,12})(?: cards?)?[\])>}]\s{0,3}:?|(\w{1,12})(?: cards?)?\s{0,3}[:>=|-]\s)\s{0,3}(.+)",
    re.IGNORECASE | re.UNICODE,
)
_COMMENT = re.compile(r"(?:#|//|;)(?:\s|$)")
_BULLET = re.compile("(?:[*\u2022\u00b7\u2013+-]|\\*{2,3})\\s+(?:\\[[ xX]\\]\\s+)?")
_RULER = re.compile(r"\s{0,20}([=~*#-])\1{2,}\s{0,20}$")
_TITLE = re.compile(r"(?:#{1,6}\s{1,9}|#\+TITLE:\s{0,9})(\S.*)", re.IGNORECASE)
# What Markdown says of itself above its words.
_FRONT = re.compile(r"\s{0,20}---[ \t]*\n((?:[^\n]{0,300}\n){1,30}?)---[ \t]*(?=\n|\Z)")
_NAMED = re.compile(
    r"^(?:name|title|deck|pack)[ \t]*:[ \t]*[\"']?(.+?)[\"']?[ \t]*$", re.IGNORECASE | re.MULTILINE
)
# As Anki writes them: "#separator:tab".
_DIRECTIVE = re.compile(
    r"#(separator|html|columns|tags|tags column|deck|deck column|notetype|notetype column|guid column):(.*)")
_MARKED = re.compile(r"[\\@$%&|]\w|\d{4}-\d\d-\d\d|#:|\*\*|<\w|\[\w|[\w.-]{1,40}\s?=\s?\S")
_NUMBERED, _QUOTED = re.compile(r"(\d{1,5})[.)]\s{1,9}(?=\S)"), re.compile('"(?:[^"]|"")+"$')


def lines_set(name, text, deck=""):
    # type: (str, str, str) -> RecordSet
    """The RecordSet of the lines of a text."""
    text, title = without_front(text)
    deck = deck or title
    beside = dict({LIST: name}, **({DECK: deck} if deck else {}))
    rows = [
        (line, row[: ROW_LENGTH + 1].strip())  # what is longer is refused by its length
        for line, row in enumerate(text.split("\n"), 1)
        if row and not row.isspace() and not is_ruler(row)
    ]
    said = _prefixed(rows) or _in_sections(rows, deck)
    if said:
        records = [
            Record(line, dict(beside, **dict({VALUE: row, _KIND: kind}, **({DECK: at} if at else {}))))
            for line, row, kind, at in said
        ]
        fields = [VALUE, _KIND, LIST] + [DECK] * any(DECK in record.values for record in records)
        return RecordSet(name, fields, records, ())
    records = [Record(line, dict(beside, **{VALUE: row})) for line, row in rows if not is_remark(row)]
    return RecordSet(name, [VALUE] + sorted(beside), records, ())


def _prefixed(rows):
    # type: (list[tuple[int, str]]) -> list[tuple[int, str, str, str]]
    """(line, text, kind, no deck) of lines such as "Q: Why?"; nothing unless all are, and of both kinds."""
    split = []
    for line, row in rows:
        match = _PREFIX.match(row[:ROW_LENGTH])
        if match is None and _COMMENT.match(row):
            continue
        if match is None:
            return []
        split.append((line, match.group(3), match.group(1) or match.group(2), ""))
    kinds = kinds_of({kind for _, _, kind, _ in split[:_SAMPLE]})
    return split if len(set(kinds.values())) == 2 else []


def _in_sections(rows, deck=""):
    # type: (list[tuple[int, str]], str) -> list[tuple[int, str, str, str]]
    """(line, text, kind, deck) of lines below headings such as "Black cards:"; nothing unless both kinds have
    one. A heading of Markdown that is no kind names the deck of what follows.
    """
    headings = [
        kind_of(row.strip("#=*-:[] ")) if 3 < len(row) < 30 and "_" not in row else "" for _, row in rows
    ]
    few = len(list(filter(None, headings))) <= _HEADINGS
    if {"black", "white"} - set(headings) or not few:
        return []
    found, kind = [], ""
    for (line, row), heading in zip(rows, headings):
        title = _TITLE.match(row)
        if not heading and title:
            deck = title.group(1)
        elif not heading and not kind:
            return []  # a card before all headings is of no kind
        elif not heading:
            found.append((line, _BULLET.sub("", row, 1), kind, deck))
        kind = heading or kind
    return found


def is_ruler(row):
    # type: (str) -> bool
    """Whether a line is nothing but a line that is drawn, as below a heading; underscores are a blank."""
    return _RULER.match(row) is not None


def is_remark(row):
    # type: (str) -> bool
    """Whether a line is a title or a remark, and no card."""
    return _COMMENT.match(row) is not None or _TITLE.match(row) is not None


def has_titles(lines):
    # type: (list[str]) -> bool
    """Whether titles or remarks stand between the cards, and not only above them."""
    rows = [line.strip() for line in lines if line.strip()]
    below = itertools.dropwhile(is_remark, rows)
    return any(_TITLE.match(row) for row in below)


def separated(text):
    # type: (str) -> str
    """The text with a card on each line, where marks such as those of "cards=one<>two<>three" part them."""
    if text.count("<>") <= max(2, text.count("\n")):
        return text
    return re.sub(r"\A\s{0,20}\w{1,20}=", "", text.replace("<>", "\n"))


def without_directives(text):
    # type: (str) -> str
    """The text without what Anki says of its notes above them; names of columns stay as a header."""
    if not _DIRECTIVE.match(text):
        return text
    lines = text.split("\n")
    for number, line in enumerate(lines):
        said = _DIRECTIVE.match(line)
        if said is None:
            break
        lines[number] = said.group(2) if said.group(1) == "columns" else ""
    return "\n".join(lines)


def without_front(text):
    # type: (str) -> tuple[str, str]
    """(the text without what it says of itself between two rulers above, the name that it gives itself)."""
    front = _FRONT.match(text)
    said = _NAMED.search(front.group(1)) if front else None
    if front is None or said is None:
        return text, ""
    return "\n" * text.count("\n", 0, front.end()) + text[front.end() :], said.group(1)


def are_like_data(rows):
    # type: (list[str]) -> bool
    """Whether lines begin as those of data or of a program do, and not as cards: nearly all with one of two
    words, or with a mark, or with a name and "=".
    """
    rows = bare(rows)
    first = Counter(row.split(None, 1)[0] for row in rows if row.strip())
    marked = sum(_MARKED.match(row) is not None for row in rows)
    two = sum(number for _, number in first.most_common(2))
    return len(rows) > 7 and (marked > 0.5 * len(rows) or two > 0.9 * len(rows))


def bare(lines):
    # type: (list[str]) -> list[str]
    """The lines without what makes them a list: a bullet, a number one higher than before or 1 again, quotes
    around each, where all that have text have it.
    """
    if any(len(line) > ROW_LENGTH for line in lines):
        return lines
    texts = [text for text in (line.strip() for line in lines) if text]
    if len(texts) < 3:
        return lines
    if all(map(_BULLET.match, texts)):
        return [_BULLET.sub("", line.strip(), 1) for line in lines]
    found = [_NUMBERED.match(text) for text in texts]
    counted = [int(one.group(1)) for one in found if one]
    if len(counted) == len(texts) and all(
            later in (1, earlier + 1) for earlier, later in zip(counted, counted[1:])):
        return [_NUMBERED.sub("", line.strip(), 1) for line in lines]
    if all(map(_QUOTED.match, texts)):
        return [line.strip()[1:-1].replace('""', '"') for line in lines]
    return lines
