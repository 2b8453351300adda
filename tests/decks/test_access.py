"""Who may see, edit and review decks."""
from __future__ import unicode_literals

import pytest
from django.contrib.auth import get_user_model

from decks import access
from decks.models import ARCHIVED, DRAFT, PUBLISHED, REVIEW, DeckSet
from tests.decks.admins import PASSWORD, a_player
from tests.decks.people import ANYBODY, a_person, an_own_deck

pytestmark = pytest.mark.django_db


def test_everybody_sees_a_published_deck_that_is_listed():
    assert access.may_see(ANYBODY, an_own_deck(a_person("Ann"), status=PUBLISHED))


@pytest.mark.parametrize("status, listed", [(PUBLISHED, False), (REVIEW, False), (REVIEW, True)])
def test_a_deck_that_is_not_on_the_shelf_is_seen_by_who_has_its_code(status, listed):
    deck = an_own_deck(a_person("Ann"), status=status, listed=listed)
    assert access.may_see(ANYBODY, deck, deck.code)
    assert not access.may_see(ANYBODY, deck) and not access.may_see(a_person("Bob"), deck, "CCCCCCCC")


@pytest.mark.parametrize("status", [DRAFT, REVIEW, ARCHIVED])
def test_a_deck_that_is_not_published_is_seen_by_its_owner_and_by_editors(status):
    ann = a_person("Ann")
    deck = an_own_deck(ann, status=status)
    assert access.may_see(ann, deck) and access.may_see(a_person("Eve", "change_deck"), deck)
    assert not access.may_see(a_person("Bob"), deck) and not access.may_see(ANYBODY, deck)


@pytest.mark.parametrize("status", [DRAFT, ARCHIVED])
def test_a_code_opens_neither_drafts_nor_the_archive(status):
    deck = an_own_deck(a_person("Ann"), status=status)
    assert not access.may_see(a_person("Bob"), deck,
                              deck.code) and not access.may_see(ANYBODY, deck, deck.code)


@pytest.mark.parametrize("status, seen", [(DRAFT, False), (REVIEW, True), (PUBLISHED, True)])
def test_reviewers_see_what_there_is_to_review(status, seen):
    deck = an_own_deck(a_person("Ann"), status=status, listed=False)
    assert access.may_see(a_person("Rae", "review_deck"), deck) == seen


@pytest.mark.parametrize("status, edited",
                         [(DRAFT, True), (REVIEW, True), (PUBLISHED, True), (ARCHIVED, False)])
def test_owners_edit_their_decks_until_they_are_archived(status, edited):
    ann = a_person("Ann")
    assert access.may_edit(ann, an_own_deck(ann, status=status)) == edited


def test_editors_edit_the_decks_of_the_site_and_nobody_elses():
    eve, deck = a_person("Eve", "change_deck"), an_own_deck(None, name="House", status=PUBLISHED)
    assert access.may_edit(eve, deck) and not access.may_edit(eve, an_own_deck(a_person("Ann")))
    assert not access.may_edit(a_person("Bob"), deck) and not access.may_edit(ANYBODY, deck)


def test_reviewing_is_a_permission_of_accounts_that_are_in_use():
    rae = a_person("Rae", "review_deck")
    assert access.may_review(rae) and not access.may_review(a_person("Bob")) and not access.may_review(
        ANYBODY)
    rae.is_active = False
    rae.save()
    assert not access.may_review(get_user_model().objects.get(pk=rae.pk))


@pytest.mark.parametrize("listed", [True, False])
def test_what_the_site_has_switched_off_is_seen_by_those_alone_who_look_after_it(listed):
    ann = a_person("Ann")
    deck = an_own_deck(ann, status=PUBLISHED, listed=listed, off=True)
    assert not access.may_see(ANYBODY, deck, deck.code) and not access.may_see(a_person("Bob"), deck)
    for person in (ann, a_person("Eve", "change_deck"), a_person("Rae", "review_deck")):
        assert access.may_see(person, deck)


def test_a_deck_is_off_with_all_of_its_sets_and_on_with_any():
    deck = an_own_deck(None, status=PUBLISHED)
    deck.sets.add(DeckSet.objects.create(name="Off", off=True))
    deck.sets.add(DeckSet.objects.create(name="Mine", owner=a_person("Ann")))
    assert access.is_off(deck) and not access.may_see(ANYBODY, deck)
    deck.sets.add(DeckSet.objects.create(name="On"))
    assert not access.is_off(deck)


def test_the_page_of_a_deck_that_is_off_says_so_to_who_may_see_it(client):
    an_own_deck(a_player("ann"), "Milk", name="Tea", status=PUBLISHED, off=True)
    assert client.get("/decks/tea/").status_code == 404
    client.login(username="ann", password=PASSWORD)
    assert "Switched off for this site" in client.get("/decks/tea/").content.decode("utf-8")
