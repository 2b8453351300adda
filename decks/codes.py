"""Codes to share decks by. Knows no database."""
from __future__ import unicode_literals

from common.codes import random_code

CODE_LENGTH = 8


def new_code():
    """A random code: one of fifty thousand million, so that nobody finds an unlisted deck by trying."""
    return random_code(CODE_LENGTH)
