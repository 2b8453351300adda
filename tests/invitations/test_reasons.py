"""Why a letter has failed: stored in English, told in the reader's language."""
from __future__ import unicode_literals

import pytest

from invitations import reasons


@pytest.fixture(autouse=True)
def pirates(monkeypatch):
    """A language in which every sentence begins with "Arr"."""
    monkeypatch.setattr(reasons, "gettext", lambda text: "Arr. " + text)


def test_a_sentence_is_looked_up_whole():
    assert reasons.in_words(reasons.UNREACHED) == "Arr. The mail server could not be reached."
    assert reasons.in_words("") == ""


def test_what_a_mail_server_has_said_stays_as_it_was():
    stored = reasons.REFUSED % (550, "no such user here")
    assert reasons.in_words(stored) == "Arr. The mail server refused the letter: 550 no such user here"


def test_a_long_story_that_was_cut_is_told_as_far_as_it_goes():
    assert reasons.in_words("The mail server refused the letter: 550") == "Arr. The mail server refused the letter: 550"
