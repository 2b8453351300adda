"""The names and drawings of faces, as pages of the server show them."""
from __future__ import unicode_literals

import io
import os
import re

from django.conf import settings
from django.template import Context, Template

from common import faces
from game.rules.looks import BOT_FACES, COLOURS, FACES


def source(*path):
    with io.open(os.path.join(settings.BASE_DIR, "static", *path), encoding="utf-8") as file:
        return file.read()


def test_every_face_and_colour_of_the_rules_has_a_name():
    assert (len(faces.NAMES), len(faces.COLOURS)) == (FACES, COLOURS)
    assert len(re.findall("<symbol ", source("img", "faces.svg"))) == FACES + BOT_FACES


def test_the_room_calls_them_the_same():
    script = source("js", "room", "views", "panels", "my_look.js")
    lists = re.findall(r"export const (?:FACES|COLOURS) = \[(.*?)\]", script, re.S)
    assert [tuple(re.findall(r'"(\w+)"', names)) for names in lists] == [faces.NAMES, faces.COLOURS]


def test_a_face_is_drawn_in_its_colour_and_says_nothing_of_its_own():
    drawn = Template("{% load people %}{% drawn_face 3 7 48 %}").render(Context())
    assert 'class="drawn drawn-7" style="--face:48px" aria-hidden="true"' in drawn
    assert re.search(r'<use href="[^"]*faces[^"]*\.svg#f3"/>', drawn)
