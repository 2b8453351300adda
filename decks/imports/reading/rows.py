"""Reads single rows of card files, and collects those of one pack.

Shared by the parsers; a row that cannot be used raises CardError, and a pack keeps it as a RowError.
"""
from __future__ import unicode_literals

from collections import OrderedDict
from typing import Any, Callable

import six
from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from decks.cards.texts import CardError, black_text, count_blanks, draw_for, pick_for, white_text
from decks.imports.reading.shapes import NO_MARKS, FormatError, Pack, RowError, describe
from decks.imports.reading.texts import blanks, hygiene, numbers
from decks.imports.reading.values.json_text import line_of
from decks.limits import DECK_CARDS, MAX_PICK, NAME_LENGTH, ROW_ERRORS, ROW_LENGTH, TAGS_LENGTH

ALL_BROKEN = N_("it has no card that can be used")
UNNAMED = N_("Imported cards")
MENDED = N_("Black cards whose pick was mended, because it did not fit their blanks: %d.")
_MANY_TAGS = N_("its tags have more than %d characters")


def white_card(row):
    # type: (Any) -> str
    """The text of a white card, given as a string or as {"text": ...}."""
    return white_text(_text(row))


def black_card(row, shared=False):
    # type: (Any, bool) -> tuple[str, int, int]
    """(text, pick, draw) of a black card, given as a string or as {"text", "pick", "draw"}.

    A pick that is missing or wrong follows from the blanks and words, a draw from the pick. With `shared`
    there may be more blanks than answers, as in decks of ours.
    """
    raw = _text(row)
    if not isinstance(raw, six.text_type):
        raise CardError(_("its text is not a string"))
    facts = row if isinstance(row, dict) else {}
    pick, remark = numbers.whole(facts.get("pick")), None
    if not shared:
        raw, remark = numbers.without_remark(raw)
    raw = blanks.filled_in(raw)
    if pick is None and not remark and not shared:
        raw = blanks.joined(raw)
    if pick is None or not 1 <= pick <= MAX_PICK:
        pick = max(remark or numbers.said(raw) or 1, _blanks(raw) or numbers.usual_pick(raw, 0))
    elif not shared:
        pick = max(pick, remark or 0, _blanks(raw))
    draw = numbers.whole(facts.get("draw"))
    if draw is None or not 0 <= draw <= MAX_PICK:
        draw = draw_for(pick)
    return black_text(raw, pick, shared), pick, draw


def black_card_of_ours(row):
    # type: (Any) -> tuple[str, int, int]
    """`black_card` of a deck that this game gave out, where one answer may fill several blanks."""
    return black_card(row, shared=True)


def is_mended(row, card):
    # type: (Any, Any) -> bool
    """Whether a black card has another pick than its row says."""
    said = row.get("pick") if isinstance(row, dict) else None
    return said not in (None, "") and numbers.whole(said) != card[1]


def pack_name(raw):
    # type: (Any) -> str
    """The name of a pack on one line. Raises CardError."""
    try:
        name = white_text(_text(raw)).replace("\n", " ")
    except CardError as error:
        raise CardError(_("the name cannot be used: %s") % error)
    if len(name) > NAME_LENGTH:
        raise CardError(_("its name has %d characters, the limit is %d") % (len(name), NAME_LENGTH))
    return name


def tag_words(raw):
    # type: (Any) -> str
    """Tags as words with spaces between, from such a string or from a list whose members become one word
    each.
    """
    if not isinstance(raw, (list, six.text_type)):
        raise CardError(_("its tags are neither words nor a list of them"))
    if len(raw) > ROW_LENGTH:
        raise CardError(_(_MANY_TAGS) % TAGS_LENGTH)
    if isinstance(raw, list):
        words = ["-".join(word.split()) for word in raw if isinstance(word, six.text_type)]
    else:
        words = raw.replace(",", " ").split()
    tags = " ".join(word for word in OrderedDict.fromkeys(words) if word)
    if len(tags) > TAGS_LENGTH:
        raise CardError(_(_MANY_TAGS) % TAGS_LENGTH)
    return white_text(tags) if tags else ""


def row_marks(row):
    # type: (Any) -> tuple[str, str]
    """(tags, attribution) of a row; the watermark of other games is a tag."""
    if not isinstance(row, dict):
        return NO_MARKS
    tags = [row["watermark"]] if row.get("watermark") else row.get("tags")
    attribution = _short(row.get("attribution"))
    return tag_words(tags) if tags else "", white_text(attribution)[:NAME_LENGTH] if attribution else ""


class Errors(list):
    """The RowErrors of a file; too many of them raise FormatError, for then the file is something else.

    `mended` counts black cards that got another pick than the file gives them.
    """

    mended = 0

    def append(self, error):
        # type: (RowError) -> None
        list.append(self, error)
        if len(self) > ROW_ERRORS:
            raise FormatError(_("more than %d rows cannot be used; the first is %s") % (ROW_ERRORS,
                                                                                     describe(self[0])))

    def notes(self):
        # type: () -> tuple[str, ...]
        """What the file as a whole has to be told of."""
        return (_(MENDED) % self.mended,) if self.mended else ()


class PackRows(object):
    """The cards of one pack while they are read; rows that cannot be used go to `errors`."""

    def __init__(self, name, errors):
        # type: (str, Errors) -> None
        self.name, self.errors = name, errors
        self._cards = {"black": [], "white": []}  # type: dict[str, list[Any]]
        self._marks = {"black": [], "white": []}  # type: dict[str, list[tuple[str, str]]]
        self._lines = {"black": [], "white": []}  # type: dict[str, list[int]]
        self._rows = {"black": 0, "white": 0}

    def add(self, kind, row, read, line=0):
        # type: (str, Any, Callable[[Any], Any], int) -> None
        """Read one more row of this kind with `read`. Raises FormatError when the pack becomes too big."""
        self._rows[kind] += 1
        try:
            card, marks = read(row), row_marks(row)
        except CardError as error:
            self.refuse(kind, six.text_type(error), line)
            return
        if kind == "black" and is_mended(row, card):
            self.errors.mended += 1
        self._cards[kind].append(card)
        self._marks[kind].append(marks)
        self._lines[kind].append(line)
        if len(self._cards["black"]) + len(self._cards["white"]) > DECK_CARDS:
            raise FormatError(_("%s has more than %d cards, which is the limit for a deck; split it") % (
                self.name, DECK_CARDS))

    def add_all(self, kind, rows, read, line=line_of):
        # type: (str, Any, Callable[[Any], Any], Callable[[Any], int]) -> None
        """Read a list of rows that stand in `line(row)`; a missing list is an empty one.

        Raises CardError when it is no list.
        """
        if rows is None:
            rows = []
        if not isinstance(rows, list):
            raise CardError(_('its "%s" is not a list') % kind)
        for row in rows:
            self.add(kind, row, read, line(row))

    def refuse(self, kind, problem, line=0):
        # type: (str, str, int) -> None
        """The row of this kind that was read last cannot be used."""
        self.errors.append(RowError(self.name, kind, self._rows[kind], problem, line))

    def pack(self, **facts):
        # type: (**Any) -> Pack
        """The Pack. Raises CardError when it has no card."""
        if not self._cards["black"] and not self._cards["white"]:
            raise CardError(_(ALL_BROKEN))
        for kind, marks in self._marks.items():
            facts[str(kind + "_marks")] = tuple(marks) if any(mark != NO_MARKS for mark in marks) else ()
            facts[str(kind + "_lines")] = tuple(self._lines[kind]) if any(self._lines[kind]) else ()
        return Pack(self.name, tuple(self._cards["black"]), tuple(self._cards["white"]), **facts)


def _text(row):
    # type: (Any) -> Any
    """The text of a row, made plain; whatever else it has in place of one."""
    raw = _short(row.get("text", row.get("content")) if isinstance(row, dict) else row)
    return hygiene.clean(raw) if isinstance(raw, six.text_type) else raw


def _blanks(text):
    # type: (str) -> int
    """How many answers its blanks ask for, 0 without any."""
    return pick_for(text) if count_blanks(text) else 0


def _short(raw):
    # type: (Any) -> Any
    if isinstance(raw, six.text_type) and len(raw) > ROW_LENGTH:
        raise CardError(_("it has %d characters, the limit for a row is %d") % (len(raw), ROW_LENGTH))
    return raw
