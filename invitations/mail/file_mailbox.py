"""Reads the letters that Django's file backend has written to a folder. Changes nothing there."""
from __future__ import unicode_literals

import email
import errno
import io
import os
from collections import namedtuple
from email.header import decode_header, make_header

import six

NEWEST = 50
END = b"\n" + b"-" * 79 + b"\n"
# Its name where bytes and texts are different things.
_parse = getattr(email, "message_from_bytes", email.message_from_string)
HEADERS = ("From", "To", "Reply-To", "Date", "List-Unsubscribe")
# `place` is the letter's number in the file `name`; `headers` [(name, text)]; the parts are texts, "" for
# none.
Letter = namedtuple("Letter", "name place subject headers text html calendar")


def newest(path):
    """The latest Letters in the folder, newest first; [] when there is no folder yet."""
    try:
        names = [name for name in os.listdir(path) if name.endswith(".log")]
    except OSError as error:
        if error.errno != errno.ENOENT:
            raise
        return []
    found = []
    for name in sorted(names, reverse=True)[:NEWEST]:
        found += reversed(read(path, name))
    return found[:NEWEST]


def read(path, name):
    """The Letters in one file, in the order in which they were sent. Raises IOError."""
    with io.open(os.path.join(path, name), "rb") as source:
        pieces = source.read().replace(b"\r\n", b"\n").split(END)
    return [_letter(name, place, piece) for place, piece in enumerate(pieces) if piece.strip()]


def _letter(name, place, content):
    message = _parse(content)
    parts = {}
    for part in message.walk():
        if not part.is_multipart():
            parts.setdefault(part.get_content_type(), _text_of(part))
    headers = [(header, _decoded(message[header])) for header in HEADERS if message[header]]
    return Letter(name, place, _decoded(message["Subject"] or ""), headers, parts.get("text/plain", ""),
                  parts.get("text/html", ""), parts.get("text/calendar", ""))


def _text_of(part):
    return part.get_payload(decode=True).decode(part.get_content_charset() or "utf-8", "replace")


def _decoded(header):
    return six.text_type(make_header(decode_header(header)))
