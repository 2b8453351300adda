"""Mends text whose UTF-8 was read as a code page of Windows ("caf\u00c3\u00a9"), and C1 control characters.

With ftfy where the Python is new enough for it; else only texts that are wrong from end to end are mended.
"""
from __future__ import unicode_literals

import re
from typing import Any

from django.utils.functional import SimpleLazyObject

_BEYOND = re.compile("[^\\x00-\\x7f]")
_C1 = re.compile("[\\x80-\\x9f]")
_MARKS = re.compile("[\u00c2-\u00f4\u0102-\u0111\u0420\u0421\u00ce\u00cf\u0413][^\\x00-\\x7f]|[\\x80-\\x9f]")


def _load_ftfy():
    # type: () -> Any
    try:
        import ftfy
    except ImportError:
        return None
    return ftfy


# Loaded when the first text needs it: it would take a tenth of the start of each process.
_ftfy = SimpleLazyObject(_load_ftfy)


def mended(text):
    # type: (str) -> str
    """The text as it was meant; most texts are meant as they are."""
    if not _BEYOND.search(text):
        return text
    if _MARKS.search(text):
        text = _decoded(text)
    return _C1.sub(_windows, text)


def character(code):
    # type: (int) -> str
    """The character that Windows had in place of the control character with this number (128-159)."""
    try:
        return bytes(bytearray([code])).decode("cp1252")
    except UnicodeDecodeError:
        return ""


def _windows(match):
    # type: (re.Match[str]) -> str
    return character(ord(match.group()))


def _decoded(text):
    # type: (str) -> str
    if _ftfy:
        # A lonely U+FFFD is a blank.
        return _ftfy.fix_encoding(text, replace_lossy_sequences=False)
    try:
        return b"".join(_byte(letter) for letter in text).decode("utf-8")
    except UnicodeError:
        return text


def _byte(letter):
    # type: (str) -> bytes
    """The byte of a letter in Windows-1252, or in Latin-1 where that has none. Raises UnicodeEncodeError."""
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")
