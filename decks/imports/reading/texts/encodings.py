"""Turns the bytes of a file into text: UTF-8 or UTF-16 with or without a mark, else a code page of Windows.

Refuses what is no text at all.
"""
from __future__ import unicode_literals

import codecs
import re

from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from decks.imports.reading.shapes import FormatError
from decks.imports.reading.texts import code_pages

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Plain letters in UTF-16 have a NUL in every other place; a few of them tell, without any mark.
_UTF_16 = ((re.compile(b"(?:[\t\n\r -~]\x00){4}"), "utf-16-le"),
           (re.compile(b"(?:\x00[\t\n\r -~]){4}"), "utf-16-be"))
_BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BEYOND = re.compile(b"[\x80-\xff]")
_DECLARED = re.compile(b"(?:encoding|charset) ?= ?[\"']?([A-Za-z0-9_-]{3,20})")
_KNOWN = re.compile(b"(?:windows|cp|iso-?8859|latin|koi8|shift|euc|big5|gb|mac|ibm)", re.IGNORECASE)
MIXED = N_("Lines that are not UTF-8 as the others are: %d, the first is line %d.")
_LINE_ENDS = re.compile("\r\n?")


def decode(content):
    # type: (bytes) -> tuple[str, tuple[str, ...]]
    """(text with "\\n" for every line end, tuple of notes) of bytes.

    Raises FormatError when they are no text.
    """
    text, notes = _text(content)
    nul = text.find("\x00")
    if nul >= 0:
        raise FormatError(_("the file is not text: there is a NUL character in line %d") % (
            text.count("\n", 0, nul) + 1))
    return _LINE_ENDS.sub("\n", text) if "\r" in text else text, notes


def _text(content):
    # type: (bytes) -> tuple[str, tuple[str, ...]]
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strict(content[len(mark):], encoding), ()
    for pattern, encoding in _UTF_16:
        if pattern.match(content):
            return _strict(content, encoding), ()
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        declared = _declared(content)
        text, notes = (declared, ()) if declared is not None else _mixed(content)
    if _BINARY.search(text):
        raise FormatError(_("the file is not text, and no spreadsheet or database that we know"))
    return text, notes


def _declared(content):
    # type: (bytes) -> str | None
    """The text of XML or of a web page in the encoding that it names, where it is one of letters."""
    named = _DECLARED.search(content[:1000]) if content[:200].lstrip().startswith(b"<") else None
    if named is None or not _KNOWN.match(named.group(1)):
        return None
    try:
        return content.decode(named.group(1).decode("ascii"))
    except (LookupError, UnicodeDecodeError):
        return None


def _mixed(content):
    # type: (bytes) -> tuple[str, tuple[str, ...]]
    """(text, notes) of bytes that are not UTF-8, or only most of their lines."""
    lines = content.split(b"\n")
    foreign = [number for number, line in enumerate(lines) if _utf_8(line) is None]
    beyond = sum(_utf_8(line) is not None and _BEYOND.search(line) is not None for line in lines)
    if beyond < len(foreign):
        text, note = code_pages.decode(content)
        return text, (note,)
    text, note = code_pages.decode(b"\n".join(lines[number] for number in foreign))
    read = dict(zip(foreign, text.split("\n")))
    whole = [read[number] if number in read else line.decode("utf-8") for number, line in enumerate(lines)]
    return "\n".join(whole), (_(MIXED) % (len(foreign), foreign[0] + 1), note)


def _utf_8(line):
    # type: (bytes) -> str | None
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _strict(content, encoding):
    # type: (bytes, str) -> str
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise FormatError(_("the file begins as %s text, but byte %d is not; save it as UTF-8") % (
            encoding.upper(), error.start))

