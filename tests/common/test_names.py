"""Nicknames in any script, and nothing that hides or copies."""
from __future__ import unicode_literals

import pytest

from common.names import BadNameError, name_key, tidy_name

FAMILY = "\U0001f469\u200d\U0001f467"


@pytest.mark.parametrize("name", [
    "Ann", "\u017baneta \u0141\u0105cka", "\u82b1\u5b50", "\u0645\u062d\u0645\u062f", "\u0928\u0940\u0932",
    "\U0001f986",
    FAMILY, "O'Neil-2"])
def test_a_name_in_any_script_stays_as_it_is(name):
    assert tidy_name(name) == name


def test_spaces_are_trimmed_and_single():
    assert tidy_name("  Ann \t\u00a0 Lee\n") == "Ann Lee"


def test_a_letter_and_its_accent_become_one():
    assert tidy_name("Zoe\u0301") == "Zo\u00e9"


@pytest.mark.parametrize("character", [
    "\u200b", "\u00ad", "\ufeff", "\u200e", "\u200f", "\u202e", "\u2066", "\u061c", "\x00", "\x1b", "\ue000"])
def test_it_refuses_what_cannot_be_seen(character):
    with pytest.raises(BadNameError) as refusal:
        tidy_name("An%sn" % character)
    assert "cannot be shown" in str(refusal.value)


@pytest.mark.parametrize("blank", ["\u3164", "\u115f", "\u1160", "\uffa0", "\u2800", "\u034f"])
def test_it_refuses_letters_that_look_like_nothing(blank):
    with pytest.raises(BadNameError):
        tidy_name(blank)
    with pytest.raises(BadNameError):
        tidy_name("Ann" + blank)


@pytest.mark.parametrize("half", ["\ud83e", "\udd86", "Ann\ud83e", "\udd86\ud83e"])
def test_it_refuses_half_a_letter(half):
    with pytest.raises(BadNameError):
        tidy_name(half)


@pytest.mark.parametrize("nothing", ["", "   ", "\u00a0", "\u200d", "\u200c \ufe0f"])
def test_it_asks_for_a_name(nothing):
    with pytest.raises(BadNameError) as refusal:
        tidy_name(nothing)
    assert "Give a name" in str(refusal.value)


def test_24_characters_are_a_name_and_25_are_not():
    assert tidy_name("x" * 24) == "x" * 24
    with pytest.raises(BadNameError) as refusal:
        tidy_name("x" * 25)
    assert "24 characters at most" in str(refusal.value)


@pytest.mark.parametrize("other", [
    "ANN LEE", "ann lee", "annlee", "A n n L e e", "\uff21\uff4e\uff4e Lee", "Ann\u200d Lee",
    "Ann Lee\ufe0f"])
def test_names_that_look_the_same_have_one_key(other):
    assert name_key(tidy_name(other)) == name_key("Ann Lee")


@pytest.mark.parametrize("other", ["Anna Lee", "\u0100nn Lee", "Ann Lee 2", "\U0001f986"])
def test_names_that_differ_have_different_keys(other):
    assert name_key(other) != name_key("Ann Lee")
