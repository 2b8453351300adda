"""The whole public file of JSON Against Humanity, where it is at hand;
its texts are not part of the project.
"""
from __future__ import unicode_literals

import os
import warnings

import pytest
import six
from django.conf import settings
from django.core.management import call_command

from decks.catalogue import selection, snapshots
from decks.models import BlackCard, Deck, WhiteCard
from tests.clocks import at_most

PATH = os.environ.get("CARDS_REAL_DECK_FILE") or os.path.join(
    settings.BASE_DIR, "..", "shared", "data", "cah-all-compact.json")

ABSENT = ("The import of a real file is NOT tested; set CARDS_REAL_DECK_FILE to the path of "
          "cah-all-compact.json.")

pytestmark = [pytest.mark.django_db, pytest.mark.skipif(not os.path.exists(PATH), reason=ABSENT)]

# A skip alone is one letter in the output; the warning stands in the summary of the run.
if not os.path.exists(PATH):
    warnings.warn(ABSENT)


def import_it():
    out, err = six.StringIO(), six.StringIO()
    call_command("import_deck", PATH, stdout=out, stderr=err)
    return out.getvalue() + err.getvalue()


@pytest.mark.one_stack
def test_it_imports_all_packs_exactly_and_in_time():
    with at_most(20):
        said = import_it()
    assert "205 packs with 6869 black and 24830 white cards: 205 new" in said
    assert "Rows left out: 1." in said and "it has 908 characters, the limit is 500" in said
    assert (Deck.objects.count(), BlackCard.objects.count(), WhiteCard.objects.count()) == (205, 6869, 24830)
    assert "205 the same.\nRows left out: 1.\nNothing changed." in import_it()


@pytest.mark.one_stack
def test_it_freezes_all_packs_in_time():
    import_it()
    with at_most(1.5):
        frozen = snapshots.freeze([deck["id"] for deck in selection.choices()])
    assert (len(frozen.black), len(frozen.white)) == (6269, 21863)
