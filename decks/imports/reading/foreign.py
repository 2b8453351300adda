"""Files that hold no cards, or not so that we can read them: what they are, and what to do about it. Pure."""
from __future__ import unicode_literals

import re

_BYTES = (
    (b"PGDMP", "this is a dump that only PostgreSQL reads; make one with: pg_dump --format=plain"),
    (b"\xd0\xcf\x11\xe0", "this is an old Excel or Word file; save it as .xlsx, .csv or plain text (.txt)"),
    (b"{\\rtf", "this is a document (RTF); save it as plain text (.txt)"),
    (b"Rar!", "the file is packed (RAR); unpack it first"),
    (b"7z\xbc\xaf", "the file is packed (7-Zip); unpack it first"),
    (b"%PDF", "this is a PDF; copy its cards, and paste them or save them as plain text (.txt)"),
)
_CARDS = "; save the cards alone as plain text (.txt), one on each line"
_TEXTS = (
    (re.compile(r"\s{0,100}BEGIN:VCALENDAR\b"), "this is a calendar, not a file of cards"),
    (re.compile(r"\s{0,100}BEGIN:VCARD\b"), "these are addresses of people, not a file of cards"),
    (re.compile(r"\s{0,100}(?:WEBVTT\b|\d{1,5}\s{1,4}\d\d:\d\d:\d\d[.,]\d{3} -->)"),
     "these are subtitles of a film" + _CARDS),
    (re.compile(r"\s{0,100}(?:(?:From|To|Cc|Subject|Date|Received|Return-Path|Delivered-To|Message-ID|"
                r"MIME-Version|Content-Type|Reply-To): .{0,1000}\n(?:[ \t].{0,1000}\n){0,20}){3}"),
     "this is an e-mail" + _CARDS),
)


def problem(content):
    # type: (bytes) -> str
    """One line about what these bytes are, or nothing."""
    return next((words for magic, words in _BYTES if content.startswith(magic)), "")


def problem_of_text(text):
    # type: (str) -> str
    """The same for what can be read as text."""
    return next((words for pattern, words in _TEXTS if pattern.match(text)), "")
