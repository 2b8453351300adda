"""The drawn faces and their colours, by number from 1: what they are called, and where the drawings lie.

static/img/faces.svg has a symbol for each face and, behind them, for each of the bots;
static/css/kit/faces.css has the colours, game/rules/looks.py the numbers, and
static/js/room/views/panels/my_look.js the names once more.
"""
from __future__ import unicode_literals

from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils.translation import gettext_noop as _

NAMES = (_("Fox"), _("Kitten"), _("Owl"), _("Bear"), _("Frog"), _("Rabbit"), _("Penguin"), _("Octopus"),
         _("Snail"), _("Hedgehog"), _("Whale"), _("Chick"), _("Dinosaur"), _("Ghost"), _("Cactus"),
         _("Mushroom"), _("Teapot"), _("Toast"), _("Moon"), _("Cloud"), _("Planet"), _("Monster"),
         _("Pineapple"), _("Crab"))
COLOURS = (_("Wine"), _("Orange"), _("Honey"), _("Lemon"), _("Green"), _("Petrol"), _("Sky"), _("Blue"),
           _("Violet"), _("Pink"), _("Brown"), _("Sage"))
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
