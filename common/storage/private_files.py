"""Folders and files that only the user who runs the site may read: database, letters, secret key."""
from __future__ import unicode_literals

import errno
import os
import stat

FOLDER_MODE, FILE_MODE = 0o700, 0o600


def make_folder(path):
    """Create the folder and the parents it lacks, for us alone, unless another process was faster.

    Returns the path.
    """
    if os.path.isdir(path):
        return path
    parent = os.path.dirname(path)
    if parent != path:
        make_folder(parent)
    try:
        os.mkdir(path, FOLDER_MODE)
    except OSError as error:
        if error.errno != errno.EEXIST:
            raise
    return path


def make_file(path):
    """Create an empty file for us alone, unless it is there; one that others could read is closed to them."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE))
    except OSError as error:
        if error.errno != errno.EEXIST:
            raise
        close_to_others(path)


def close_to_others(path):
    """Take the rights of group and others from what is ours;
    what is missing or somebody else's stays as it is.
    """
    try:
        found = os.stat(path)
        if found.st_mode & 0o077 and found.st_uid == os.geteuid():
            os.chmod(path, stat.S_IMODE(found.st_mode) & ~0o077)
    except OSError as error:
        if error.errno not in (errno.ENOENT, errno.EPERM, errno.EROFS):
            raise
