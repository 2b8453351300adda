"""Card texts made regular: one mark for a blank, plain characters, no stray spacing.

A blank may name its answer and how that is written: "_{2}", "_{1^}" (with a capital letter), "_{!}" (in
capitals). Pure functions over text; whatever cannot be mended is refused with a CardError.
"""
from __future__ import unicode_literals

import hashlib
import re

import six
from six.moves import html_entities

from common.compat import gettext as _
from common.text import CONTROLS, DIRECTION, PAGE_BREAKS, ZERO_WIDTH, any_of
from decks.limits import CARD_LENGTH, MAX_PICK

BLANK = "_"

_BLANKS = re.compile("[_\ufffd]+")
# Braces that say anything else are text. The pages read the same pattern (game/history/sentence.py,
# static/js/kit/text.js).
_NAMED_BLANKS = re.compile("[_\ufffd]+(?:\\{(?=[^}])([1-9][0-9]?)?[\\^!]?\\})?")
_ENTITY = re.compile(r"&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));")
# What HTML 5 has names for beyond HTML 4, as far as texts of cards use it; new Pythons know all of them.
_ENTITY_NAMES = {name: six.unichr(code) for name, code in html_entities.name2codepoint.items()}
_ENTITY_NAMES.update(
    Tab="\t", NewLine="\n", excl="!", num="#", dollar="$", percnt="%", apos="'", lpar="(", rpar=")",
    ast="*", plus="+", comma=",", period=".", sol="/", colon=":", semi=";", equals="=", quest="?",
    commat="@", lsqb="[", lbrack="[", bsol="\\", rsqb="]", rbrack="]", Hat="^", lowbar="_", grave="`",
    lcub="{", lbrace="{", vert="|", verbar="|", rcub="}", rbrace="}", dash="\u2010", mldr="\u2026",
    check="\u2713", star="\u2606", starf="\u2605")
_ENTITY_NAMES.update(
    (name[:-1], text) for name, text in getattr(html_entities, "html5", {}).items() if name[-1] == ";")
# Control characters, halves of characters (no database can store one), and the marks that turn
# the reading direction of whatever stands after the card.
_REFUSED = any_of(CONTROLS, PAGE_BREAKS, "\ud800-\udfff", DIRECTION)
_INVISIBLE = any_of(ZERO_WIDTH)
_SPACES = re.compile("(\u00ab?)\\s+(?=([?!:;\u00bb]?))", re.UNICODE)
# French has one of these before such marks and inside its quotes; elsewhere they are spaces like others.
_NO_BREAK = re.compile("[\u00a0\u202f]")


class CardError(ValueError):
    """A card that cannot be used; the message says what is wrong with it."""


def white_text(raw):
    """The regular text of a white card. Raises CardError."""
    return _bounded(_plain(raw))


def black_text(raw, pick, shared=False):
    """The regular text of a black card that takes `pick` answers; missing blanks go to the end.

    It may have more blanks than answers where the blanks name theirs ("_{1} is _{1}") or where they may be
    `shared`: then the last answer fills all that are left. Raises CardError when `pick` is no number from 1
    to MAX_PICK, when there are more blanks than that for no such reason, or when no blank takes one of the
    answers.
    """
    check_pick(pick)
    text = _plain(raw)
    plain, named = _answers(text)
    needed = max([plain] + named)
    if named and max(named) > pick:
        raise CardError(_("it names answer %d and has a pick of %d; make the pick %d") % (max(named), pick,
                                                                                       needed))
    if plain > pick and not shared:
        raise CardError(_("it has %d blanks and a pick of %d; make the pick %d") % (plain, pick, needed))
    if named:
        for answer in range(plain + 1, pick + 1):
            if answer not in named:
                raise CardError(_("no blank takes answer %d; write _{%d} where it goes") % (answer, answer))
        return _bounded(text)
    return _bounded(text + (" " + BLANK) * (pick - plain))


def pick_for(raw):
    """How many answers the blanks of a text ask for: the highest that is named,
    or as many as have no name.
    """
    plain, named = _answers(raw)
    return max([1, plain] + named)


def check_pick(pick):
    if isinstance(pick, bool) or not isinstance(pick, six.integer_types) or not 1 <= pick <= MAX_PICK:
        raise CardError(_("its pick must be a whole number from 1 to %d") % MAX_PICK)


def count_blanks(raw):
    """How many blanks stand in a text that has not been made regular yet."""
    return len(_BLANKS.findall(raw))


def draw_for(pick):
    """Cards dealt before playing, so that a card that asks for many does not empty the hand."""
    return pick - 1 if pick >= 3 else 0


def card_key(text):
    """What two cards that read the same have in common: no case, no spacing, no final period."""
    key = " ".join(text.lower().split())
    return key[:-1].rstrip() if key.endswith(".") else key


def fingerprint(text):
    """40 characters that are equal for cards that read the same."""
    return hashlib.sha1(card_key(text).encode("utf-8")).hexdigest()


def _answers(text):
    """(how many blanks name no answer, the answers that the others name)."""
    named = [int(number) if number else 0 for number in _NAMED_BLANKS.findall(text)]
    return named.count(0), [number for number in named if number]


def _plain(raw):
    if not isinstance(raw, six.text_type):
        raise CardError(_("its text is not a string"))
    text = _ENTITY.sub(_character, raw)
    refused = _REFUSED.search(text)
    if refused:
        raise CardError(_("it holds the control character U+%04X") % ord(refused.group()))
    lines = (_SPACES.sub(_space, line).strip() for line in text.splitlines())
    text = _BLANKS.sub(BLANK, "\n".join(line for line in lines if line))
    if not _INVISIBLE.sub("", text).strip():
        raise CardError(_("its text is empty"))
    return text


def _space(match):
    quote, mark = match.groups()
    kept = _NO_BREAK.search(match.group()) if quote or mark else None
    return quote + (kept.group() if kept else " ")


def _character(match):
    decimal, hexadecimal, name = match.groups()
    if name:
        return _ENTITY_NAMES.get(name, match.group())
    code = int(decimal) if decimal else int(hexadecimal, 16)
    if 0x80 <= code <= 0x9f:  # browsers read these as Windows-1252, too
        return bytes(bytearray([code])).decode("cp1252", "ignore")
    return six.unichr(code) if 0 < code <= 0x10FFFF else match.group()


def _bounded(text):
    if len(text) > CARD_LENGTH:
        raise CardError(_("it has %d characters, the limit is %d") % (len(text), CARD_LENGTH))
    return text
