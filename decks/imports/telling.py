# coding: utf-8
"""What people are told of a file that was read: as what, what looks odd, and a few cards of each kind.
Pure.
"""
from __future__ import unicode_literals

import re
from typing import Callable, List, Tuple

from django.utils.translation import gettext_noop as N_

from common.compat import gettext
from decks.imports.generic.fields import is_code
from decks.imports.reading.shapes import Parsed
from decks.imports.reading.texts import numbers
from decks.limits import ALONE_BLACK, ALONE_WHITE, MAX_PLAYABLE_PICK

READ_AS = {
    "deck-file": N_("our own deck file"), "jah-compact": N_("JSON Against Humanity, compact"),
    "jah-full": N_("JSON Against Humanity, full"), "massive-decks": N_("Many Decks or Massive Decks"),
    "pyx-sql": N_("an SQL dump of Pretend You’re Xyzzy"),
    "pyx-sqlite": N_("the SQLite file of Pretend You’re Xyzzy"),
    "cardcast": "Cardcast", "crcast": "CrCast", "all-bad-cards": "All Bad Cards",
    "django-2013": N_("Cards Against Django of 2013"), "django-fixture": N_("a fixture of Cards Against "
                                                                            "Django"),
    "card-lists": N_("lists of black and white cards"), "animals-tsv": "Cards Against Animals",
    "csv": N_("a table with the columns kind and text"), "xlsx": N_("a spreadsheet with the "
                                                                            "columns kind and text"),
    "lines": N_("text with a card on each line"), "generic": N_("a file of no known kind, by what is in it")}
_BROKEN = re.compile("[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac|\ufffd|[\u0420\u0421][\u0080-\u00bf]")
_SMALL = N_("The deck has fewer than %d black cards that a game deals, or fewer than %d white ones: only for "
            "tables with other decks too.")
_SMALL_OF_MANY = N_("%d of %d packs have fewer than %d black cards that a game deals, or fewer than %d white "
                    "ones: only for tables with other decks too.")
_MANY = 20000


def read_as(parsed):
    # type: (Parsed) -> str
    """What kind of file it is, in words that stand behind "Read as: "."""
    return gettext(READ_AS.get(parsed.format, parsed.format))


def odd(parsed):
    # type: (Parsed) -> List[str]
    """Sentences about what looks as if it was not meant so."""
    black, white = _texts(parsed)
    texts = (black + white)[:_MANY]
    found = []
    for kind, cards in ((gettext("There is no black card in "
                                 "it."), black), (gettext("There is no white card in it."), white)):
        if not cards:
            found.append(kind)
    if _share(texts, lambda text: numbers.whole(text.replace("_", "").strip()) is not None) > 0.5:
        found.append(gettext("Most texts are numbers."))
    if _share(texts, is_code) > 0.05:
        found.append(gettext("Some texts look like code."))
    if _share(texts, lambda text: _BROKEN.search(text) is not None) > 0.01:
        found.append(gettext("Some texts look as if their letters were read in a wrong encoding."))
    if len(texts) > 20 and len(set(texts)) < len(texts) / 2.0 and len(parsed.packs) == 1:
        found.append(gettext("Most texts stand in it more than once."))
    small = [pack for pack in parsed.packs if len(pack.white) < ALONE_WHITE or sum(
        pick <= MAX_PLAYABLE_PICK for _, pick, _ in pack.black) < ALONE_BLACK]
    if small and len(parsed.packs) > 1:
        found.append(gettext(_SMALL_OF_MANY) % (len(small), len(parsed.packs), ALONE_BLACK, ALONE_WHITE))
    elif small:
        found.append(gettext(_SMALL) % (ALONE_BLACK, ALONE_WHITE))
    return found


def samples(parsed, number=3):
    # type: (Parsed, int) -> Tuple[List[str], List[str]]
    """([texts of black cards], [texts of white cards]): a few of each, spread over the file."""
    black, white = _texts(parsed)
    return black[::max(1, len(black) // number)][:number], white[::max(1, len(white) // number)][:number]


def _texts(parsed):
    # type: (Parsed) -> Tuple[List[str], List[str]]
    return ([card[0] for pack in parsed.packs for card in pack.black],
            [text for pack in parsed.packs for text in pack.white])


def _share(texts, test):
    # type: (List[str], Callable[[str], bool]) -> float
    some = texts[::max(1, len(texts) // 2000)]
    return sum(map(test, some)) / float(max(1, len(some)))
