"""Reads ZIP archives: measures them before anything is unpacked, and gives out the files that may hold
cards.
"""

from __future__ import unicode_literals

import io
import re
import zipfile
from typing import List, Tuple

from decks.imports.reading.shapes import FormatError
from decks.limits import SHEET_BYTES, SHEET_PARTS, SHEET_RATIO

MAGIC = b"PK\x03\x04"
# What lies beside cards in archives, and says nothing of them.
_BESIDE = re.compile(
    r"(?:^|/)(?:\.|__MACOSX/|readme|licen[cs]e|changelog|contributing|package(?:-lock)?\.json|info\.txt)"
    r"|\.(?:png|jpe?g|gif|svg|ico|webp|pdf|md|css|html?|ttf|otf|woff2?|mp3|wav|exe|dll|class|pyc)$",
    re.IGNORECASE,
)


_DOCUMENTS = {
    "word/document.xml": "this is a Word document; save it as plain text (.txt)",
    "ppt/presentation.xml": "these are slides; save the cards as plain text (.txt)",
    "mimetype": "this is an OpenDocument file (LibreOffice); save it as .xlsx, .csv or plain text",
    "Index/Document.iwa": "this is a file of Apple Numbers or Pages; export it as .xlsx, .csv or .txt",
}


def is_one(content):
    # type: (bytes) -> bool
    return content.startswith(MAGIC)


def check(content, what):
    # type: (bytes, str) -> List[zipfile.ZipInfo]
    """The parts of an archive. Raises FormatError for one that is damaged or would unpack to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipfile, ValueError, IndexError, EnvironmentError, NotImplementedError) as error:
        raise FormatError("the %s is damaged: %s" % (what, error))
    if len(parts) > SHEET_PARTS:
        raise FormatError("the %s has %d parts, the limit is %d" % (what, len(parts), SHEET_PARTS))
    size = sum(part.file_size for part in parts)
    if size > SHEET_BYTES:
        raise FormatError(
            "the %s unpacks to %d MB, the limit is %d MB" % (what, size >> 20, SHEET_BYTES >> 20)
        )
    for part in parts:
        if part.file_size > 1024 * 1024 and part.file_size > SHEET_RATIO * part.compress_size:
            raise FormatError(
                "the %s unpacks to %d times its size, which no list of cards does"
                % (what, part.file_size // max(1, part.compress_size))
            )
    return parts


def members(content):
    # type: (bytes) -> List[Tuple[str, bytes]]
    """(path, bytes) of the files that may hold cards. Raises FormatError; also for documents."""
    everything = check(content, "archive")
    for part in everything:
        if part.filename in _DOCUMENTS:
            raise FormatError(_DOCUMENTS[part.filename])
    parts = [
        part
        for part in everything
        if not part.filename.endswith("/") and not _BESIDE.search(part.filename) and part.file_size
    ]
    if not parts:
        raise FormatError("there is no file of cards in the archive")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return [(part.filename, archive.read(part)) for part in parts]
    except (zipfile.BadZipfile, ValueError, EnvironmentError, NotImplementedError, RuntimeError) as error:
        raise FormatError("the archive is damaged: %s" % error)


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
