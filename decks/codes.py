"""Codes to share decks by: letters that spell no word and look like no other. Knows no database."""
from __future__ import unicode_literals

from django.utils.crypto import get_random_string

ALPHABET = "CDFGHJKMNPQRTVWXY34679"
CODE_LENGTH = 8


def new_code():
    """A random code: one of fifty thousand million, so that nobody finds an unlisted deck by trying."""
    return get_random_string(CODE_LENGTH, ALPHABET)
