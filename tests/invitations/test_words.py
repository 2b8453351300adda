# coding: utf-8
"""One word for each state and each answer, on pages, in scripts and in the admin."""
from __future__ import unicode_literals

import io
import os

import pytest
from django.conf import settings
from django.utils import translation

from common.compat import gettext, json_loads
from invitations import status, words
from invitations.models import Invitation
from tests.sources import ROOT

with io.open(os.path.join(ROOT, "tests", "invitation_words.json"), encoding="utf-8") as source:
    SHARED = json_loads(source.read())


def test_pages_and_scripts_have_the_same_words():
    """tests/js/room/invitations/invitation_words.test.mjs looks at the scripts' table."""
    assert words.STATES == SHARED["states"]
    assert {answer: "%s" % word for answer, word in words.ANSWERS.items()} == SHARED["answers"]


def test_every_state_and_answer_has_its_word():
    assert set(words.STATES) == {"queued", "kept"} | {word for _, word in status.STAMPS}
    assert dict(Invitation.ANSWERS) == SHARED["answers"]


@pytest.mark.parametrize("language", [language for language, _ in settings.LANGUAGES])
def test_letters_name_the_answers_as_the_links_page_does(language):
    with translation.override(language):
        button = gettext("Yes, no or maybe").lower()
        assert [answer for answer, word in words.ANSWERS.items() if "%s" % word not in button] == []
