"""The site's sets in the admin, and decks that are switched off for this site."""
from __future__ import unicode_literals

import pytest

from decks.catalogue import sets
from decks.models import Deck, DeckSet
from tests.decks.admins import a_reviewer, an_editor
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db
YES = {"answered": "yes"}


def offered():
    return [(one["name"], len(one["decks"])) for one in sets.offered()]


def test_decks_are_put_into_a_new_set_and_into_one_there_is(boss):
    tea, gin = a_deck("Tea", white=["a"]), a_deck("Gin", white=["a"])
    boss.act([tea], "put_into_set", name="German", **YES)
    boss.act([gin], "put_into_set", into=DeckSet.objects.get().pk, **YES)
    assert offered() == [("German", 2)]


def test_a_set_needs_a_name(boss):
    assert "name a new one" in boss.act([a_deck("Tea")], "put_into_set", name=" ", **YES)
    assert not DeckSet.objects.exists()


def test_decks_are_switched_off_after_a_page_and_on_again_at_once(boss):
    tea = a_deck("Tea", white=["a"])
    assert "games that play" in boss.act([tea], "switch_off") and not Deck.objects.get().off
    boss.act([tea], "switch_off", **YES)
    assert Deck.objects.get().off
    boss.act([tea], "switch_on")
    assert not Deck.objects.get().off


def test_a_decks_page_names_its_sets_and_switches_it_off_and_on(boss):
    tea = a_deck("Tea", white=["a"])
    DeckSet.objects.create(name="Our office").decks.add(tea)
    assert "In Our office" in boss.see("admin:decks_deck_change", tea.pk)
    shown = boss.press("admin:decks_deck_switch", tea.pk, off="yes")
    assert Deck.objects.get().off and "Switched off for this site: 1 deck." in shown and "Switch on again" in shown
    boss.press("admin:decks_deck_switch", tea.pk, off="no")
    assert not Deck.objects.get().off


def test_who_does_not_review_switches_no_deck_off(boss):
    tea, edith = a_deck("Tea", white=["a"]), an_editor()
    assert edith.client.post("/admin/decks/deck/%d/switch/" % tea.pk, {"off": "yes"}).status_code == 403
    assert "Switch off" not in edith.see("admin:decks_deck_change", tea.pk) and not Deck.objects.get().off


def test_the_list_of_sets_tells_how_many_decks_each_has_and_shows_no_kept_choice(boss):
    DeckSet.objects.create(name="Official").decks.add(a_deck("Tea"))
    DeckSet.objects.create(name="Hers", owner=boss.user)
    page = boss.see("admin:decks_deckset_changelist")
    assert "Official" in page and "Hers" not in page and "1 deck set" in page


@pytest.mark.parametrize("somebody, actions", [
    (an_editor, {"put_into_set"}), (a_reviewer, {"switch_off", "switch_on"})])
def test_editors_arrange_and_reviewers_switch_off(somebody, actions):
    a_deck("Tea")
    page = somebody().see("admin:decks_deck_changelist")
    assert {name for name in ("put_into_set", "switch_off", "switch_on") if 'value="%s"' % name in page} == actions
