"""Lines of a sentence for a picture."""
from __future__ import unicode_literals

import pytest

from game.history.sentence import fill
from game.recap import drawing, fonts, layout

HEBREW, ARABIC = "\u05e9\u05dc\u05d5\u05dd", "\u0645\u0631\u062d\u0628\u0627"
needs_font = pytest.mark.skipif(drawing.Image is None or not fonts.available(), reason="Pillow or a font is missing")


def words_of(text):
    return layout.paragraphs(fill(text, 1, ["a duck"]))[0]


def texts(line):
    return [layout.text_of(word) for word in line]


def lines_of(text, width):
    return [texts(line) for line in layout.broken(words_of(text), width,
                                                  lambda word: len(layout.text_of(word)), 1)]


def test_a_full_stop_stays_with_the_answer_before_it():
    assert texts(words_of("I am _.")) == ["I", "am", "a", "duck."]


def test_lines_are_broken_at_spaces():
    assert lines_of("one two three _", 8) == [["one", "two"], ["three", "a"], ["duck"]]


def test_a_word_that_is_too_long_is_broken():
    assert lines_of("abcdefgh", 5)[0] == ["abcde"]


def test_a_line_from_right_to_left_is_drawn_from_its_end():
    line = layout.ordered(words_of(HEBREW + " " + ARABIC), True)
    assert texts(line.words) == [ARABIC, HEBREW]


def test_words_of_the_other_direction_keep_their_order():
    line = layout.ordered(words_of("%s big duck %s" % (HEBREW, HEBREW)), True)
    assert texts(line.words) == [HEBREW, "big", "duck", HEBREW]


@pytest.mark.parametrize("text, rtl", [("a " + HEBREW, False), ("1. " + HEBREW, True), ("...", False)])
def test_the_first_letter_with_a_direction_says_where_lines_begin(text, rtl):
    assert layout.is_rtl(text) is rtl


@needs_font
@pytest.mark.parametrize("text", ["_", "w" * 500, "za\u017c\u00f3\u0142\u0107 _ " * 25, "one\n\ntwo _ " * 30])
def test_every_card_fits_its_picture(text):
    picture = drawing.picture(fill(text, 1, ["free cake"]), 222, "cards.example.org")
    size = drawing.Image.open(drawing.io.BytesIO(picture)).size
    assert size == (1080, 1350) and len(picture) < 300 * 1024


@needs_font
def test_letters_that_cannot_be_joined_make_no_picture(monkeypatch):
    monkeypatch.setattr(fonts, "shapes", lambda: False)
    assert drawing.picture(fill(ARABIC + " _", 1, ["x"]), 222, "here") is None


@needs_font
def test_letters_of_no_font_make_no_picture(monkeypatch):
    monkeypatch.setattr(fonts, "for_text", lambda text: None)
    assert drawing.picture(fill("_", 1, ["x"]), 222, "here") is None
