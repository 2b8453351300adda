"""A deck's page in the admin: its facts, its steps, who changed what, and the way back."""
from __future__ import unicode_literals

import pytest
from django.contrib.admin.models import LogEntry

from decks.editing import card_edits
from decks.history import documents
from decks.models import Deck, DeckVersion
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db


@pytest.fixture
def tea():
    return a_deck("Tea", [("Who? _", 1)], ["Milk", "Sugar"], rating="family")


def facts(deck, **changes):
    return dict({"name": deck.name, "slug": deck.slug, "language": deck.language, "rating": deck.rating,
                 "tags": deck.tags,
                 "description": "", "author": "", "licence": "", "source_note": "", "owner": ""}, **changes)


def change(admin, deck, **changes):
    return admin.press("admin:decks_deck_change", deck.pk, **facts(deck, **changes))


def again(deck):
    return Deck.objects.get(pk=deck.pk)


def test_changed_facts_are_a_version_of_a_published_deck(boss, tea):
    change(boss, tea, name="Strong tea", tags="Hot, hot")
    assert (again(tea).name, again(tea).tags) == ("Strong tea", "hot")
    assert documents.content(DeckVersion.objects.get(deck=tea, user=boss.user))["name"] == "Strong tea"


def test_saving_facts_undoes_nothing_that_happened_meanwhile(boss, tea):
    Deck.objects.filter(pk=tea.pk).update(plays=7, status="archived")
    change(boss, tea, name="Strong tea", status="draft", plays=0, version=99)
    deck = again(tea)
    assert (deck.name, deck.plays, deck.status, deck.version) == ("Strong tea", 7, "archived", 0)


def test_facts_that_cannot_be_used_stay_in_their_boxes(boss, tea):
    shown = change(boss, tea, name="Tea \u202egnp", tags="w" * 301)
    assert "cannot be used" in shown and "w" * 301 in shown and again(tea).name == "Tea"


def test_a_new_deck_is_a_draft_of_the_site(boss):
    boss.press("admin:decks_deck_add", name="Cake", slug="cake", language="en", rating="family")
    deck = Deck.objects.get(name="Cake")
    assert (deck.status, deck.owner, len(deck.code)) == ("draft", None, 8)


def test_a_button_takes_the_next_step(boss, tea):
    assert ">Archive</button>" in boss.see("admin:decks_deck_change", tea.pk)
    shown = boss.press("admin:decks_deck_step", tea.pk, step="archive")
    assert again(tea).status == "archived" and ">Take out of the archive</button>" in shown
    assert boss.look("admin:decks_deck_step", tea.pk).status_code == 405


def test_the_history_lists_versions_and_what_was_done_here(boss, tea):
    card_edits.change(tea.white_cards.get(text="Milk"), boss.user, text="Oat milk")
    change(boss, tea, name="Strong tea")
    shown = boss.see("admin:decks_deck_history", tea.pk)
    assert "As it was before its first change here" in shown and "Version 2" in shown
    assert LogEntry.objects.filter(object_id="%d" % tea.pk, user=boss.user).count() == 1 and "boss" in shown


def test_a_version_tells_what_it_changed(boss, tea):
    card_edits.change(tea.white_cards.get(text="Milk"), boss.user, text="Oat milk", tags="white")
    card_edits.add(tea, "white", ["Honey"], boss.user)
    shown = boss.see("admin:decks_deck_version", tea.pk, 2)
    assert "<del>Milk</del>" in shown and "<ins>Oat milk</ins>" in shown and "<ins>Honey</ins>" in shown
    assert "tags: \u2013 \u2192 white" in shown and "Sugar" not in shown


def test_a_version_is_restored_behind_a_look_at_what_that_changes(boss, tea):
    card_edits.remove(tea, "white", [tea.white_cards.get(text="Milk").pk], boss.user)
    shown = boss.see("admin:decks_deck_version", tea.pk, 1, against="now")
    assert "<ins>Milk</ins>" in shown and "Restore version 1" in shown
    assert "Version 1 is the deck again." in boss.press("admin:decks_deck_version", tea.pk, 1)
    assert tea.white_cards.filter(text="Milk").exists() and again(tea).version == 3


def test_a_version_that_is_the_deck_now_needs_no_restoring(boss, tea):
    card_edits.add(tea, "white", ["Honey"], boss.user)
    shown = boss.see("admin:decks_deck_version", tea.pk, 2, against="now")
    assert "No difference." in shown and "Restore version" not in shown


def test_a_deck_is_deleted_behind_a_page_that_counts_its_cards(boss, tea):
    shown = boss.see("admin:decks_deck_delete", tea.pk)
    assert "its 1 black and 2 white cards" in shown and "Sugar" not in shown
    boss.press("admin:decks_deck_delete", tea.pk, post="yes")
    assert not Deck.objects.exists() and LogEntry.objects.get().object_repr == "Tea"
