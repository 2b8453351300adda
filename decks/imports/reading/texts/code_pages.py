"""Guesses which code page of Windows a text was written in, by the letters of the languages that use it.

Pure. A page is as likely as its letters are those of one language, in places where letters stand.
"""
from __future__ import unicode_literals

import re
from typing import Iterable

from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from decks.imports.reading.texts import east_asian

NOTE = N_("The file is not UTF-8. Its letters look like %s, so it was read as %s. If some look wrong, save "
          "the file as UTF-8 and import it again.")
_LANGUAGES = (
    # Code page, what to call its letters, the frequent ones beyond ASCII, and the others.
    ("cp1252", N_("Western European"),
     "\xe9\xe4\xfc\xf6\xdf",
     "\xc4\xd6\xdc\xe0\xe2\xe7\xe8\xea\xeb\xee\xef\xf4\xf9\xfb\xff\u0153\xe6\xc0\xc2\xc7\xc8\xc9\xca\xce\xd4\u0152"),
    ("cp1252", N_("Western European"),
     "\xe9\xe1\xf3\xed\xf1\xe3\xe7",
     "\xfa\xfc\xc1\xc9\xcd\xd3\xda\xd1\xdc\xaa\xba\xe2\xea\xf4\xe0\xf5\xc3\xc7\xd5\xc0\xf2\xf9\xec\xe8\xef"),
    ("cp1252", N_("Western European"),
     "\xe5\xe4\xf6\xf8\xe6",
     "\xc5\xc4\xd6\xd8\xc6\xe9\xe1\xf3\xed\xfa\xfd\xf0\xfe\xd0\xde\xc1"),
    ("cp1250", N_("Central European"),
     "\u0142\xf3\u017c\u0105\u0119\u015b\u0107",
     "\u0144\u017a\u0141\xd3\u017b\u0104\u0118\u015a\u0106\u0143\u0179"),
    ("cp1250", N_("Central European"),
     "\xed\xe1\xe9\u011b\u0161\u010d\u0159\u017e",
     "\xfd\u016f\xfa\u0165\u010f\u0148\xf3\u013e\xf4\xe4\u0155\u013a\u0111\u0107\u0160\u010c\u0158\u017d\xcd\xc1\xda\u0164\u010e\u0147\u0110\u0106"),
    ("cp1250", N_("Central European"),
     "\xe1\xe9\u0151\xf6",
     "\xf3\xfc\xed\xfa\u0171\xc1\xc9\u0150\xd6\xd3\xdc\xcd\xda\u0170"),
    ("cp1250", N_("Central European"),
     "\u0103\xee\u015f\u0163\xe2",
     "\u0102\xce\u015e\u0162\xc2"),
    ("cp1251", N_("Cyrillic"),
     "\u043e\u0435\u0430\u0438\u043d\u0442\u0441\u0440\u0432\u043b\u0456",
     "\u0401\u0451\u0404\u0454\u0406\u0407\u0457\u0490\u0491\u040e\u045e\u0431\u0433\u0434\u0436\u0437\u0439\u043a\u043c\u043f\u0443\u0444\u0445\u0446\u0447\u0448\u0449\u044a\u044b\u044c\u044d\u044e\u044f\u0410\u0411\u0412\u0413\u0414\u0415\u0416\u0417\u0418\u0419\u041a\u041b\u041c\u041d\u041e\u041f\u0420\u0421\u0422\u0423\u0424\u0425\u0426\u0427\u0428\u0429\u042a\u042b\u042c\u042d\u042e\u042f\u0452\u045b\u0458\u0459\u045a\u045f\u0402\u040b\u0408\u0409\u040a\u040f"),
    ("cp1253", N_("Greek"),
     "\u03b1\u03bf\u03b9\u03b5\u03c4\u03c3\u03bd\u03b7\u03c5\u03c1\u03ac\u03cc\u03af\u03ad\u03ae",
     "\u03ba\u03c0\u03bb\u03bc\u03c2\u03c9\u03b3\u03b4\u03b8\u03c7\u03c6\u03b2\u03be\u03b6\u03c8\u03ce\u03cd\u03ca\u03cb\u0391\u0392\u0393\u0394\u0395\u0396\u0397\u0398\u0399\u039a\u039b\u039c\u039d\u039e\u039f\u03a0\u03a1\u03a3\u03a4\u03a5\u03a6\u03a7\u03a8\u03a9\u0386\u0388\u0389\u038a\u038c\u038e\u038f"),
    ("cp1254", N_("Turkish"),
     "\u0131\xfc\u015f\xe7\u011f\xf6",
     "\u0130\xdc\u015e\xc7\u011e\xd6\xe2\xee\xfb"),
    ("cp1255", N_("Hebrew"),
     "\u05d9\u05d5\u05d4\u05dc\u05d0\u05ea\u05e8\u05e9\u05de\u05d1",
     "\u05d2\u05d3\u05d6\u05d7\u05d8\u05da\u05db\u05dd\u05df\u05e0\u05e1\u05e2\u05e3\u05e4\u05e5\u05e6\u05e7"),
    ("cp1257", N_("Baltic"),
     "\u0161\u0117\u0173\u016b\u017e\u0101\u012b\u0113",
     "\u0105\u010d\u0119\u012f\u0123\u0137\u013c\u0146\u0160\u016a\u017d\u0104\u010c\u0118\u0116\u012e\u0172\u0100\u0112\u0122\u012a\u0136\u013b\u0145"),
)
# The pages of DOS and of old Macs: what is a quote in those of Windows is a letter here, so they count only
# where no page of Windows fits, and these do.
_NAMES = {"cp850": "DOS 850", "mac_roman": "Mac Roman"}
_ARE_MARKS = "\u2019"  # among the letters of a language whose quotes and dashes count
_OLDER = tuple((page,) + language[1:3] + (language[3] + _ARE_MARKS,)
               for page in sorted(_NAMES) for language in _LANGUAGES[:3])
# Quotes and dashes of old Macs, which are letters in the pages of Windows, and where each stands: what may be
# before and behind it.
_MARKS = {"\u2019": r"\w[\w\s.,!?]?\Z", "\u2018": r"[\s(]?\w\Z", "\u201c": r"[\s(]?[\w_]\Z",
          "\u201d": r"[\w.,!?_][\s.,!?)]?\Z", "\u2026": r"[\w\s]\s?\Z", "\u2014": r"\s\s\Z",
          "\u2013": r"[\s\d][\s\d]\Z"}
_PLACES = {mark: re.compile(places, re.UNICODE) for mark, places in _MARKS.items()}
_LIKELY = 0.5
_SAMPLE, _CHARACTERS = 400000, 4000
# A text whose letters score less is none of these languages.
_UNLIKELY = 0.0
_BEYOND = re.compile("[^\\x00-\\x7f]")
# The last of the Latin letters here, and those that are the same in every page.
_LATIN, _ASCII = "\u017f", re.compile("[A-Za-z]")
# What may stand between two letters.
_IN_WORDS = "\u2019\u2018'-\u2013\u2014\u00ad\u00b7\u2026"


def decode(content):
    # type: (bytes) -> tuple[str, str]
    """(text, note) of bytes that are not UTF-8: in the encoding of East Asia or the page that fits best, the
    Western European one if none does.
    """
    found = east_asian.decode(content)
    if found is not None:
        return found[0], _(NOTE) % (_(found[1]), found[2])
    beyond, sample = re.compile(b"[^\x00-\x7f]"), content[:_SAMPLE]
    lines = b"\n".join([line for line in sample.split(b"\n") if beyond.search(line)])
    score, page, letters = _best(lines, _LANGUAGES)
    if score < _UNLIKELY:
        older = _best(lines, _OLDER)
        found = east_asian.asked(content) if older[0] < _LIKELY else None
        if found is not None:
            return found[0], _(NOTE) % (_(found[1]), found[2])
        page, letters = older[1:] if older[0] >= _LIKELY else (page, letters)
    try:
        return content.decode(page), _(NOTE) % (_(letters), _NAMES.get(page) or page.replace("cp",
                                                                                             "Windows-"))
    except UnicodeDecodeError:
        return content.decode("latin-1"), _(NOTE) % (_("Western European"), "Latin-1")


def are_doubtful(notes):
    # type: (Iterable[str]) -> bool
    """Whether one of these notes says that a text was read in a page of DOS or of old Macs."""
    return any(name in note for note in notes for name in _NAMES.values())


def _best(lines, languages):
    # type: (bytes, Iterable[tuple[str, str, str, str]]) -> tuple[float, str, str]
    """(score, page, what to call its letters) of the language that fits best, the first of equals."""
    scores = [(_score(lines, page, frequent, others), page, letters)
              for page, letters, frequent, others in languages]
    return max(scores, key=lambda found: found[0])


def _score(content, page, frequent, others):
    # type: (bytes, str, str, str) -> float
    """How much these bytes, in this page, look like the language with these letters: the mean of a letter."""
    text, total, number = content.decode(page, "replace"), 0.0, 0
    for number, found in enumerate(_BEYOND.finditer(text), 1):
        total += _points(text, found.start(), frequent, others)
        if number == _CHARACTERS:
            break
    return round(total / max(1, number), 4)


def _points(text, place, frequent, others):
    # type: (str, int, str, str) -> float
    letter, before, after = text[place], text[place - 1:place], text[place + 1:place + 2]
    if letter == "\ufffd":
        return -4.0
    if letter > _LATIN and letter.isalpha() and (_ASCII.match(before) or _ASCII.match(after)):
        return -2.0  # two alphabets in one word
    if letter in _PLACES and _ARE_MARKS in others:
        return 1.0 if _PLACES[letter].match(before + after) else -1.0
    if not letter.isalpha():
        return -2.0 if before.isalpha() and after.isalpha() and letter not in _IN_WORDS else 0.0
    points = 1.0 if letter in frequent else 0.8 if letter in others else -1.0
    # A capital letter in the middle of a word is the mark of a wrong page.
    return points - (1.5 if letter.isupper() and before.islower() else 0)
