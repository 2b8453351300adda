"""Card texts on any terminal."""
from __future__ import unicode_literals

from decks.management.terminal import printable


class Stream(object):
    def __init__(self, encoding):
        self.encoding = encoding


def test_it_escapes_what_a_terminal_cannot_show():
    assert printable(Stream("ascii"), "caf\xe9") == "caf\\xe9"


def test_it_leaves_the_rest_alone():
    assert printable(Stream("utf-8"), "caf\xe9") == "caf\xe9"
    assert printable(object(), "caf\xe9") == "caf\xe9"
