"""The drawn faces and their colours, by number from 1: what they are called, and where the drawings lie.

static/img/faces.svg has a symbol for each face and, behind them, for each of the bots;
static/css/kit/faces.css has the colours, game/rules/looks.py the numbers, and
static/js/room/views/panels/my_look.js the names once more.
"""
from __future__ import unicode_literals

from django.contrib.staticfiles.storage import staticfiles_storage

NAMES = ("Fox", "Kitten", "Owl", "Bear", "Frog", "Rabbit", "Penguin", "Octopus", "Snail", "Hedgehog", "Whale",
         "Chick", "Dinosaur", "Ghost", "Cactus", "Mushroom", "Teapot", "Toast", "Moon", "Cloud", "Planet",
         "Monster", "Pineapple", "Crab")
COLOURS = ("Wine", "Orange", "Honey", "Lemon", "Green", "Petrol", "Sky", "Blue", "Violet", "Pink", "Brown",
           "Sage")
SVG = ('<span class="drawn{colour}"{size} aria-hidden="true"><svg focusable="false">'
       '<use href="{sprite}#f{face}"/></svg></span>')


def sprite():
    """The address of all drawings."""
    return staticfiles_storage.url("img/faces.svg")


def drawn(face, colour, size=0):
    """A face in its colour, as an element of `size` pixels (0: as the sheet says); 0 as colour is that of the
    element around it.
    """
    size = ' style="--face:%dpx"' % size if size else ""
    return SVG.format(face=face, colour=" drawn-%d" % colour if colour else "", size=size, sprite=sprite())
