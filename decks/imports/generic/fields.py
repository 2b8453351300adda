"""What the values of one field look like: the facts that a guess about its meaning is made of. Pure."""

from __future__ import unicode_literals

import re
from typing import Any, List, NamedTuple, Text

import six

from decks.cards.texts import count_blanks
from decks.imports.generic.shapes import RecordSet
from decks.imports.reading.texts import blanks, hygiene, numbers

SAMPLE = 1000
LOOKED_AT = 1000  # characters of a value that are looked at; no card is as long
_NOT_WORDS = re.compile(
    r"(?:https?://|www\.)|^[0-9a-fA-F-]{20,}$|^\d{4}-\d\d-\d\d|^[\w.+-]+@[\w-]+\.\w+$"
    r"|\.(?:png|jpe?g|gif|svg|mp3|js|css)$|^fa-\w|^[\w.()-]*(?:/[\w.()-]+){3,}$"
    r"|^\.{0,2}(?:/[\w.:()-]+)+/?$"
)
_CODE = re.compile(
    r"[{};]\s*$|=>|^\s*(?:</?(?!(?:b|big|br|em|i|mark|p|s|small|span|strong|sub|sup|u)\b)\w+|//|/\*|"
    r"import |from \w+ import|function\b|def |class |return\b|var |const |let |public |private |#include|"
    r"end$|require)|\)\s*;|\w\(\w*\)\s*[{:]?$"
)
_LATEX = re.compile(r"\\[A-Za-z]{1,20}\{[^{}]*\}")  # a word with a style

# Of the records that have the field: how many there are (`filled`), and the parts of them, from 0 to 1, that
# are words, numbers, code, that have blanks, that have none and end with a question mark, and that differ;
# `length` is the mean number of characters of the words, `values` the different ones (as text) while few.
Field = NamedTuple(
    "Field",
    [
        ("name", Text),
        ("filled", int),
        ("words", float),
        ("numbers", float),
        ("code", float),
        ("blanks", float),
        ("questions", float),
        ("distinct", float),
        ("length", float),
        ("values", List[Text]),
    ],
)
MOST_VALUES = 40
_QUESTION_MARKS, _QUOTES = ("?", "\uff1f", "\u061f"), "\"' \u2019\u201c\u201d\u00bb\u300d)"


def as_text(value):
    # type: (Any) -> str
    """A value of a field as a text that can be compared: true and 1.0 are "true" and "1"."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return as_text(value[0]) if value else ""
    whole = numbers.whole(value) if not isinstance(value, six.text_type) else None
    return "%d" % whole if whole is not None else "" if value is None else ("%s" % value).strip()


def beginning(value):
    # type: (Any) -> str
    """as_text of as much of a value as is looked at."""
    return as_text(value[:LOOKED_AT] if isinstance(value, six.text_type) else value)


def describe(record_set, name):
    # type: (RecordSet, str) -> Field
    """The Field of this name, from a part of the records spread over all of them."""
    records = record_set.records
    step = max(1, len(records) // SAMPLE)
    raw = [record.values[name] for record in records[::step] if record.values.get(name) not in (None, "", [])]
    texts = [beginning(value) for value in raw]
    words = [text for text in texts if is_words(text)]
    count = float(max(1, len(texts)))
    different = set(texts)
    return Field(
        name,
        len(texts),
        len(words) / count,
        sum(numbers.whole(text) is not None for text in texts) / count,
        sum(is_code(text) for text in texts) / count,
        sum(has_blank(text) for text in texts) / count,
        sum(ends_asking(text) and not has_blank(text) for text in texts) / count,
        len(different) / count,
        sum(map(len, words)) / float(max(1, len(words))),
        sorted(different) if len(different) <= MOST_VALUES else [],
    )


def has_blank(text):
    # type: (str) -> bool
    """Whether there is a blank in a text, however it is written, or a remark such as "(pick 2)" behind it."""
    words = blanks.filled_in(hygiene.clean(text[:500]))
    return count_blanks(words) > 0 or numbers.without_remark(words)[1] is not None


def ends_asking(text):
    # type: (str) -> bool
    """Whether a text ends with a question mark, of any script, perhaps in quotes."""
    return text.rstrip(_QUOTES).endswith(_QUESTION_MARKS)


def is_words(text):
    # type: (str) -> bool
    """Whether a text may be one of a card: it has letters, and is no address, id or number."""
    letters = len(text) < LOOKED_AT and any(letter.isalpha() for letter in text[:200])
    return letters and not _NOT_WORDS.search(text)


def is_code(text):
    # type: (str) -> bool
    """Whether a text looks like a line of a program or of markup."""
    return _CODE.search(_LATEX.sub("", text[:300])) is not None
