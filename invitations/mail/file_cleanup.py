"""Takes letters out of the folder in which they stay where there is no mail server: old ones,
and those of who leaves.
"""
from __future__ import unicode_literals

import errno
import os
import re
import tempfile
import time

from django.conf import settings

from common.storage import private_files
from invitations.mail import file_mailbox

# What Django's backend calls its files; the folder may be one that the operator keeps other things in.
NAME = re.compile(r"\A[0-9]{8}-[0-9]{6}-[0-9]+\.log\Z")
FILES_A_MINUTE = 500
DAY_SECONDS = 24 * 3600


def clear_old():
    """Delete some of the letters that are older than KEEP_LETTERS_DAYS,
    and close the others to other users.
    """
    oldest, gone = time.time() - settings.KEEP_LETTERS_DAYS * DAY_SECONDS, 0
    for path in _files():
        private_files.close_to_others(path)
        if gone < FILES_A_MINUTE and _written(path) < oldest:
            _delete(path)
            gone += 1


def forget(is_about):
    """Delete the letters for which is_about(all their text) is true."""
    for path in _files():
        try:
            with open(path, "rb") as source:
                pieces = [piece for piece in source.read().split(file_mailbox.END) if piece.strip()]
            letters = file_mailbox.read(*os.path.split(path))
        except EnvironmentError as error:
            if error.errno != errno.ENOENT:
                raise
            continue
        kept = [piece for piece, letter in zip(pieces, letters) if not is_about(_all_text(letter))]
        if not kept:
            _delete(path)
        elif len(kept) < len(pieces):
            _write(path, kept)


def _files():
    """The paths of the files with letters; none where letters go elsewhere."""
    in_files = settings.EMAIL_BACKEND == "common.storage.filebased.EmailBackend"
    path = settings.EMAIL_FILE_PATH if in_files else None
    if path is None or not os.path.isdir(path):
        return []
    private_files.close_to_others(path)
    return [os.path.join(path, name) for name in sorted(os.listdir(path)) if NAME.match(name)]


def _all_text(letter):
    headers = ["%s: %s" % header for header in letter.headers]
    return "\n".join([letter.subject, letter.text, letter.html, letter.calendar] + headers)


def _written(path):
    try:
        return os.path.getmtime(path)
    except EnvironmentError:
        return time.time()


def _write(path, pieces):
    handle, draft = tempfile.mkstemp(dir=os.path.dirname(path))  # mode 600
    with os.fdopen(handle, str("wb")) as out:
        out.write(b"".join(piece + file_mailbox.END for piece in pieces))
    os.rename(draft, path)


def _delete(path):
    try:
        os.unlink(path)
    except EnvironmentError as error:
        if error.errno != errno.ENOENT:  # another process was faster
            raise
