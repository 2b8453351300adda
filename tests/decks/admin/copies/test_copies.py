"""Copies of all decks in the admin, and decks that are deleted there."""
from __future__ import unicode_literals

import io
import re
import zipfile

import mock
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from common.compat import reverse
from decks import deleted
from decks.copies import jobs
from decks.models import Deck, SiteCopy, WhiteCard
from tests.decks.admins import Admin, a_player, a_reviewer, an_editor
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db


@pytest.fixture
def root():
    return Admin("root")


def bytes_of(response):
    return b"".join(response.streaming_content)


def exported(root):
    root.press("deck_copies:copies", do="export")
    return bytes_of(root.look("deck_copies:download", SiteCopy.objects.latest("pk").pk))


def test_all_decks_are_downloaded_and_restored_after_a_look(root):
    a_deck("Tea", white=["Milk"])
    content = exported(root)
    Deck.objects.all().delete()
    page = root.press("deck_copies:copies", do="restore", file=SimpleUploadedFile("all.zip", content))
    assert "This would happen" in page and "<b>1</b> new" in page and not Deck.objects.exists()
    page = root.press("deck_copies:copy", SiteCopy.objects.latest("pk").pk)
    assert "The copy is restored" in page and Deck.objects.get().name == "Tea"


def test_what_is_different_here_is_named_and_overwritten_only_with_a_tick(root):
    deck = a_deck("Tea", white=["Milk"])
    content = exported(root)
    WhiteCard.objects.update(text="Pepper")
    for answer, wanted in (({}, "Pepper"), ({"overwrite": "yes"}, "Milk")):
        page = root.press("deck_copies:copies", do="restore", file=SimpleUploadedFile("all.zip", content))
        assert "different here" in page and "<li>Tea" in page
        root.press("deck_copies:copy", SiteCopy.objects.latest("pk").pk, **answer)
        assert [card.text for card in deck.white_cards.all()] == [wanted]


def test_only_superusers_make_or_restore_copies(root):
    copy = SiteCopy.objects.create(user=root.user, direction="export", status="done")
    for person in (an_editor(), a_reviewer()):
        assert person.look("deck_copies:copies").status_code == 403
        assert person.look("deck_copies:copy", copy.pk).status_code == 404
        assert person.look("deck_copies:download", copy.pk).status_code == 404


def test_any_number_of_chosen_decks_is_exported(root):
    decks = [a_deck("Deck %d" % number, white=["Card"]) for number in range(3)]
    with mock.patch("decks.admin.actions.deck_actions.EXPORTED_AT_ONCE", 2):
        page = root.act(decks, "export", format="csv")
    assert "3 decks in one ZIP" in page
    found = bytes_of(root.look("deck_copies:download", SiteCopy.objects.get().pk))
    assert len(zipfile.ZipFile(io.BytesIO(found)).namelist()) == 3


def test_a_long_one_shows_how_far_it_is(root):
    copy = SiteCopy.objects.create(user=root.user, direction="export", status="running", done=3, total=207,
                                   options='{"step": "%s"}' % jobs.WRITE)
    page = root.see("deck_copies:copy", copy.pk)
    assert 'max="207" value="3"' in page and 'http-equiv="refresh"' in page


def test_many_decks_are_deleted_asked_with_numbers_and_told_in_one_line(root):
    decks = [a_deck(name, black=[("_", 1)], white=["Milk", "Salt"]) for name in ("Tea", "Soup")]
    page = root.act(decks, "delete_decks")
    assert "2 decks with 2 black and 4 white cards" in page and "<li>Soup" in page and Deck.objects.count() == 2
    page = root.act(decks, "delete_decks", sure="yes")
    assert page.count("2 decks are deleted.") == 1 and not Deck.objects.exists()


def test_deleted_decks_are_brought_back_one_by_one_or_together(root):
    tea, soup = [a_deck(name, white=["Milk"]) for name in ("Tea", "Soup")]
    deleted.put_away(tea, soup)
    page = root.see("deck_copies:deleted")
    assert "Tea" in page and "2 decks" in page
    root.press("deck_copies:deleted", only="%d" % tea.pk)
    assert [deck.name for deck in Deck.objects.all()] == ["Tea"]
    root.press("deck_copies:deleted", when=re.search('name="when" value="([^"]+)"', page).group(1))
    assert Deck.objects.count() == 2


def test_a_single_deck_is_deleted_with_a_way_back_too(root):
    deck = a_deck("Tea", white=["Milk"])
    assert "Bring back" in root.press("admin:decks_deck_delete", deck.pk)
    assert not Deck.objects.exists() and deleted.there().count() == 1


def test_editors_delete_and_bring_back_decks_of_the_site_and_no_players():
    edith, players = an_editor(), a_deck("Mine", owner=a_player())
    sites = a_deck("Tea")
    edith.act([players, sites], "delete_decks", sure="yes")
    assert [deck.name for deck in Deck.objects.all()] == ["Mine"]
    deleted.put_away(players)
    page = edith.see("deck_copies:deleted")
    assert "Tea" in page and "Mine" not in page
    edith.press("deck_copies:deleted", only="%d" % players.pk)
    assert not Deck.objects.exists()


def test_reviewers_delete_nothing():
    assert a_reviewer().client.get(reverse("deck_copies:deleted")).status_code == 403
