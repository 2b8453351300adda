"""Files that hold no cards, or not so that we can read them: what they are, and what to do about it. Pure."""
from __future__ import unicode_literals

import re

from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _

_BYTES = (
    (b"PGDMP", N_("this is a dump that only PostgreSQL reads; make one with: pg_dump --format=plain")),
    (b"\xd0\xcf\x11\xe0", N_("this is an old Excel or Word file; save it as .xlsx, .csv or plain text "
                             "(.txt)")),
    (b"{\\rtf", N_("this is a document (RTF); save it as plain text (.txt)")),
    (b"Rar!", N_("the file is packed (RAR); unpack it first")),
    (b"7z\xbc\xaf", N_("the file is packed (7-Zip); unpack it first")),
    (b"%PDF", N_("this is a PDF; copy its cards, and paste them or save them as plain text (.txt)")),
)
_CARDS = N_("; save the cards alone as plain text (.txt), one on each line")
_TEXTS = (
    (re.compile(r"\s{0,100}BEGIN:VCALENDAR\b"), N_("this is a calendar, not a file of cards")),
    (re.compile(r"\s{0,100}BEGIN:VCARD\b"), N_("these are addresses of people, not a file of cards")),
    (re.compile(r"\s{0,100}(?:WEBVTT\b|\d{1,5}\s{1,4}\d\d:\d\d:\d\d[.,]\d{3} -->)"),
     N_("these are subtitles of a film")),
    (re.compile(r"\s{0,100}(?:(?:From|To|Cc|Subject|Date|Received|Return-Path|Delivered-To|Message-ID|"
                r"MIME-Version|Content-Type|Reply-To): .{0,1000}\n(?:[ \t].{0,1000}\n){0,20}){3}"),
     N_("this is an e-mail")),
)


def problem(content):
    # type: (bytes) -> str
    """One line about what these bytes are, or nothing."""
    return next((_(words) for magic, words in _BYTES if content.startswith(magic)), "")


def problem_of_text(text):
    # type: (str) -> str
    """The same for what can be read as text."""
    return next((_(words) + _(_CARDS) for pattern, words in _TEXTS if pattern.match(text)), "")
