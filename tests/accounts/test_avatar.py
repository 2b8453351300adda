"""Faces drawn from names: always the same one, no two alike by plan, and nothing but a picture."""
from __future__ import unicode_literals

import xml.etree.ElementTree as tree

import pytest

from accounts.avatar import face

NAMES = ["Ann", "\u017baneta", "\u82b1\u5b50", "\U0001f986", "<b>\"&'", "x" * 24]


@pytest.mark.parametrize("name", NAMES)
def test_a_face_is_a_whole_picture_of_its_size(name):
    picture = tree.fromstring(face(name, 36).encode("utf-8"))
    assert picture.tag == "svg" and picture.get("width") == picture.get("height") == "36"
    assert len(picture.find("g")) >= 4


def test_the_same_name_has_the_same_face_everywhere():
    assert face("Ann") == face("Ann") == face("ANN") == face(" a nn")
    assert "hsl(26 60% 46%)" in face("Ann")


def test_names_that_differ_look_different():
    assert len({face("Player %d" % number) for number in range(300)}) > 290


def test_a_face_holds_nothing_of_the_name_and_asks_nobody():
    for name in NAMES:
        picture = face(name)
        assert name not in picture and "http" not in picture and "{" not in picture
