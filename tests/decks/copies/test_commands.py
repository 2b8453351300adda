"""All decks out of the site and back by command."""
from __future__ import unicode_literals

import pytest
import six
from django.core.management import call_command
from django.core.management.base import CommandError

from decks.models import Deck, WhiteCard
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(tmpdir):
    a_deck("Tea", white=["Milk"])
    a_deck("Soup", white=["Salt"])
    path = "%s" % tmpdir.join("decks.zip")
    run("export_decks", path)
    return path


def run(*args, **options):
    said = six.StringIO()
    call_command(*args, stdout=said, stderr=said, **options)
    return said.getvalue()


def test_what_was_exported_is_restored(path):
    Deck.objects.all().delete()
    assert "2 decks: 2 new." in run("restore_decks", path)
    assert WhiteCard.objects.count() == 2


def test_a_dry_run_says_what_would_happen_and_stores_nothing(path):
    Deck.objects.get(name="Tea").delete()
    WhiteCard.objects.update(text="Pepper")
    said = run("restore_decks", path, dry_run=True)
    assert "2 decks: 1 new, 1 different here." in said and "Soup is different here" in said and "nothing was stored" in said
    assert Deck.objects.count() == 1


def test_only_where_it_is_said_anything_is_overwritten(path):
    WhiteCard.objects.update(text="Pepper")
    run("restore_decks", path)
    assert not WhiteCard.objects.filter(text="Milk").exists()
    run("restore_decks", path, overwrite=True)
    assert WhiteCard.objects.filter(text="Milk").exists()


def test_a_file_that_is_there_is_not_written_over_by_mistake(path):
    with pytest.raises(CommandError):
        run("export_decks", path)
    assert "2 decks" in run("export_decks", path, force=True)


def test_what_is_no_copy_is_refused_in_one_line(tmpdir):
    other = tmpdir.join("cards.txt")
    other.write("Milk")
    for name in ("%s" % other, "%s" % tmpdir.join("nowhere.zip")):
        with pytest.raises(CommandError):
            run("restore_decks", name)
