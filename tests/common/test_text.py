"""Characters that nobody sees: no sort of text lets through what another one takes out for the same
reason.
"""
from __future__ import unicode_literals

import pytest

from common.text import CONTROLS, DIRECTION, ZERO_WIDTH, any_of, is_unshown, search_words


@pytest.mark.parametrize("letter", ["\x00", "\x1b", "\x7f", "\x9f"])
def test_control_characters_are_in_the_table(letter):
    assert any_of(CONTROLS).search("a" + letter)


@pytest.mark.parametrize("letter", ["\t", "\n", "\r", "\x85", "\u00a0", "e\u0301"])
def test_line_ends_spaces_and_accents_are_not(letter):
    assert not any_of(CONTROLS, DIRECTION, ZERO_WIDTH).search(letter)


@pytest.mark.parametrize("letter", ["\u202e", "\u2066", "\u2062", "\ufeff", "\u00ad"])
def test_marks_that_turn_or_hide_are_in_the_table_and_unshown(letter):
    assert any_of(DIRECTION, ZERO_WIDTH).search(letter) and is_unshown(letter)


@pytest.mark.parametrize("letter", ["\u3164", "\u2800", "\ue000"])
def test_letters_drawn_as_nothing_are_unshown(letter):
    assert is_unshown(letter)


@pytest.mark.parametrize("letter", ["\u200d", "\ufe0f", "a", "\u05d0"])
def test_joiners_and_letters_of_any_script_are_shown(letter):
    assert not is_unshown(letter)


def test_a_search_is_words_that_every_database_takes():
    assert search_words(" milk\0and\thoney ") == ["milk", "and", "honey"]
