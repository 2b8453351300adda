"""Room codes and seat keys. Knows no database."""
from __future__ import unicode_literals

import re

from django.utils.crypto import get_random_string

from common.codes import pattern_of, random_code

CODE_LENGTH = 5
CODE_PATTERN = pattern_of(CODE_LENGTH)
KEY_LENGTH = 32
# What people type for a letter that is not in the alphabet has no better guess, so only case and spaces are
# mended.
_NOISE = re.compile(r"[\s\-_.]+", re.UNICODE)


def new_code():
    """A random room code: one of five million."""
    return random_code(CODE_LENGTH)


def new_key():
    """A random secret of 32 letters and digits (190 bits)."""
    return get_random_string(KEY_LENGTH, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


def tidy_code(text):
    """What somebody typed as a code, as it would be stored; "" if it cannot be one."""
    code = _NOISE.sub("", text).upper()
    return code if re.match("^%s$" % CODE_PATTERN, code) else ""
