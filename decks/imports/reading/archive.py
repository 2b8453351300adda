"""Reads ZIP archives: measures them before anything is unpacked, and gives out the files that may hold
cards.
"""

from __future__ import unicode_literals

import io
import re
import zipfile
import zlib
from typing import List, Tuple

from django.utils.translation import gettext_noop as N_

from common.compat import gettext
from decks.imports.reading.shapes import FormatError
from decks.imports.reading.vocabulary import kind_of
from decks.limits import FILE_BYTES, SHEET_BYTES, SHEET_PARTS, SHEET_RATIO

MAGIC, PACKED = b"PK\x03\x04", b"\x1f\x8b"
_KINDS = re.compile(b"^[#*|=\\s-]{0,10}(black|white|question|answer|prompt|response)", re.MULTILINE)
# What lies beside cards in archives, and says nothing of them.
_BESIDE = re.compile(
    r"(?:^|/)(?:\.|__MACOSX/|readme|licen[cs]e|changelog|contributing|package(?:-lock)?\.json|info\.txt)"
    r"|\.(?:png|jpe?g|gif|svg|ico|webp|css|ttf|otf|woff2?|mp3|wav|exe|dll|class|pyc)$",
    re.IGNORECASE,
)

_EMPTY = N_("there is no file of cards in the archive")
_DOCUMENTS = {
    "ppt/presentation.xml": N_("these are slides; save the cards as plain text (.txt)"),
    "mimetype": N_("this is an OpenDocument file without a text or sheet"),
    "Index/Document.iwa": N_("this is a file of Apple Numbers or Pages; export it as .xlsx, .csv or .txt"),
}


def is_one(content):
    # type: (bytes) -> bool
    return content.startswith(MAGIC)


def unpacked(content):
    # type: (bytes) -> bytes
    """What a file of gzip holds. Raises FormatError where it is damaged or more than a file may have."""
    try:
        reader = zlib.decompressobj(16 + zlib.MAX_WBITS)
        found = reader.decompress(content, FILE_BYTES + 1)
    except zlib.error:
        found = b""
    if not found:
        raise FormatError(gettext("the file is packed (gzip), and damaged or empty; unpack it first"))
    if len(found) > FILE_BYTES:
        raise FormatError(gettext("the file unpacks to more than %d MB") % (FILE_BYTES >> 20))
    return found


def check(content, what):
    # type: (bytes, str) -> List[zipfile.ZipInfo]
    """The parts of an archive. Raises FormatError for one that is damaged or would unpack to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipfile, ValueError, IndexError, EnvironmentError, NotImplementedError) as error:
        raise FormatError(gettext("the %s is damaged: %s") % (what, error))
    if len(parts) > SHEET_PARTS:
        raise FormatError(gettext("the %s has %d parts, the limit is %d") % (what, len(parts), SHEET_PARTS))
    size = sum(part.file_size for part in parts)
    if size > SHEET_BYTES:
        raise FormatError(
            gettext("the %s unpacks to %d MB, the limit is %d MB") % (what, size >> 20, SHEET_BYTES >> 20)
        )
    for part in parts:
        if part.file_size > 1024 * 1024 and part.file_size > SHEET_RATIO * part.compress_size:
            raise FormatError(
                gettext("the %s unpacks to %d times its size, which no list of cards does")
                % (what, part.file_size // max(1, part.compress_size))
            )
    return parts


def members(content):
    # type: (bytes) -> List[Tuple[str, bytes]]
    """(path, bytes) of the files that may hold cards. Raises FormatError; also for documents."""
    everything = check(content, "archive")
    for part in everything:
        if part.filename in _DOCUMENTS:
            raise FormatError(gettext(_DOCUMENTS[part.filename]))
    parts = [
        part
        for part in everything
        if not part.filename.endswith("/") and not _BESIDE.search(part.filename) and part.file_size
    ]
    if not parts:
        raise FormatError(gettext(_EMPTY))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = [(part.filename, archive.read(part)) for part in parts]
    except (zipfile.BadZipfile, ValueError, EnvironmentError, NotImplementedError, RuntimeError) as error:
        raise FormatError(gettext("the archive is damaged: %s") % error)
    files = [(path, content) for path, content in files if not _is_prose(path, content)]
    if not files:
        raise FormatError(gettext(_EMPTY))
    return files


def _is_prose(path, content):
    # type: (str, bytes) -> bool
    """Whether a file is one of words about something, and not of cards."""
    name, _, ending = path.lower().rpartition("/")[2].rpartition(".")
    if ending in ("html", "htm"):
        return b"<table" not in content.lower()
    return ending in ("md", "rst") and not kind_of(name) and len(set(_KINDS.findall(content.lower()))) < 2


def packed(files):
    # type: (List[Tuple[str, bytes]]) -> bytes
    """One archive of several (name, bytes); their names are made different."""
    made, names = io.BytesIO(), set()  # type: io.BytesIO, set[str]
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            while name in names:
                name = "_" + name
            names.add(name)
            archive.writestr(name, content)
    return made.getvalue()
