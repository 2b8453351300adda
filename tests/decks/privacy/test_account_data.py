"""What the decks app tells a person of themselves, and what is left of them when they go."""
from __future__ import unicode_literals

import pytest

from accounts import account_data, profiles
from accounts.account_data import providers
from common.compat import json_dumps
from decks.catalogue import favourites, sharing
from decks.editing import card_edits
from decks.history import documents, restoring
from decks.models import (
    ARCHIVED,
    DRAFT,
    PUBLISHED,
    REVIEW,
    Deck,
    DeckVersion,
    FavouriteDeck,
    ImportJob,
    Proposal,
)
from decks.privacy import account_data, anonymise
from decks.review import proposals
from tests.decks.people import a_person, an_own_deck, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann():
    ann = a_person("Ann")
    profiles.change(ann, "Anemone", "en")
    return ann


def test_it_is_registered():
    assert account_data in providers()


def test_the_codes_that_a_browser_knows_stay_with_it(ann):
    session = {sharing.SESSION_NAME: ["CDFGHJKM"]}
    account_data.adopt(ann, session)
    assert session == {sharing.SESSION_NAME: ["CDFGHJKM"]} and account_data.SESSION_NAMES == (
        sharing.SESSION_NAME,)


def test_the_profile_lists_own_decks_the_latest_first(ann, monkeypatch):
    for name in ("Tea", "Bar", "Attic"):
        an_own_deck(ann, "Milk", name=name)
    Deck.objects.filter(name="Attic").update(status=ARCHIVED)
    an_own_deck(a_person("Bob"), name="Foreign")
    section, = account_data.sections(ann)
    assert [deck.name for deck in section.context["decks"]] == ["Bar", "Tea"] and not section.context["more"]
    monkeypatch.setattr(account_data, "SHOWN", 1)
    section, = account_data.sections(ann)
    assert [deck.name for deck in section.context["decks"]] == ["Bar"] and section.context["more"]


def test_the_profile_page_shows_them(client, ann):
    ann.set_password("a-long-password")
    ann.save()
    client.login(username="ann", password="a-long-password")
    assert "No deck yet" in client.get("/accounts/profile/").content.decode("utf-8")
    deck = an_own_deck(ann, name="<Tea>", status=PUBLISHED, listed=False)
    page = client.get("/accounts/profile/").content.decode("utf-8")
    assert "&lt;Tea&gt;" in page and "For friends" in page and deck.code in page


def test_the_data_holds_decks_hearts_proposals_and_imports(ann):
    an_own_deck(ann, "Who _?\nMilk")
    other = an_own_deck(a_person("Bob"), "Gin", name="Bar", status=PUBLISHED)
    favourites.give(ann, other)
    proposals.propose(other, "white", "Rum", None, "Anemone", ann)
    ImportJob.objects.create(user=ann, file_name="tea.json", content="Zm9v")
    data = account_data.export(ann)
    assert data["decks"][0]["white"] == ["Milk"] and data["decks"][0]["status"] == DRAFT
    assert data["favourite_decks"] == ["Bar"] and data["imports"][0]["file"] == "tea.json"
    assert (data["proposed_cards"][0]["text"], data["proposed_cards"][0]["status"]) == ("Rum", "waiting")
    assert "Gin" not in json_dumps(data) and other.code not in json_dumps(data)


@pytest.mark.parametrize("status, stays",
                         [(DRAFT, False), (REVIEW, False), (ARCHIVED, False), (PUBLISHED, True)])
def test_published_decks_stay_and_are_the_sites(ann, status, stays):
    deck = an_own_deck(ann, "Milk")
    Deck.objects.update(status=status)
    account_data.forget(ann)
    assert list(Deck.objects.values_list("pk", "owner")) == ([(deck.pk, None)] if stays else [])


def test_the_name_leaves_decks_and_all_their_versions(ann):
    deck = an_own_deck(ann, "Milk", author="anemone & Bob", status=PUBLISHED)
    card_edits.add(deck, None, "Sugar", ann, attribution="Ann")
    card_edits.add(deck, None, "Annotations", ann, attribution="Bob")
    account_data.forget(ann)
    assert Deck.objects.get().author == anonymise.GONE + " & Bob"
    assert list(deck.white_cards.values_list("attribution", flat=True)) == ["", anonymise.GONE, "Bob"]
    stored = " ".join(DeckVersion.objects.values_list("document", flat=True)).lower()
    assert "anemone" not in stored and '"ann"' not in stored and "annotations" in stored and '"bob"' in stored
    assert not DeckVersion.objects.filter(user=ann).exists()


def test_a_version_can_be_restored_afterwards(ann):
    deck = an_own_deck(ann, "Milk", author="Ann", status=PUBLISHED)
    card_edits.add(deck, None, "Sugar", ann)
    account_data.forget(ann)
    restoring.restore(deck, 1, None)
    assert Deck.objects.get().author == anonymise.GONE


def test_accepted_cards_stay_without_their_attribution(ann):
    bob = a_person("Bob")
    deck = an_own_deck(bob, "Gin", name="Bar", status=PUBLISHED)
    proposals.accept(proposals.propose(deck, "white", "Rum", None, "The sailor", ann), bob)
    card_edits.add(deck, None, "Beer", bob, attribution="The sailor")
    proposals.propose(deck, "white", "Wine", None, "", ann)
    account_data.forget(ann)
    assert list(deck.white_cards.values_list("text", "attribution")) == [("Gin", ""), ("Rum", ""),
                                                                         ("Beer", "The sailor")]
    assert documents.content(deck.versions.first())["white"] == ["Gin", "Rum",
                                                                {"text": "Beer", "attribution": "The sailor"}]
    assert not Proposal.objects.exists()


def test_hearts_and_imports_go(ann):
    favourites.give(ann, an_own_deck(None, name="House", status=PUBLISHED))
    ImportJob.objects.create(user=ann, content="")
    account_data.forget(ann)
    assert not FavouriteDeck.objects.exists() and not ImportJob.objects.exists()


def test_forgetting_twice_is_forgetting_once_and_touches_nobody_else(ann):
    an_own_deck(ann, "Milk", author="Ann", status=PUBLISHED)
    other = an_own_deck(a_person("Bob"), "Gin", name="Bar", author="Ann")
    account_data.forget(ann)
    account_data.forget(ann)
    assert texts(other) == ["Gin"] and Deck.objects.get(pk=other.pk).author == "Ann"


@pytest.mark.parametrize("names, text, left", [
    ({"Al"}, "Alan and Al", "Alan and Al"), ({"Al"}, " al ", anonymise.GONE),
    ({"Ann"}, "Joann, ANN", "Joann, " + anonymise.GONE),
    ({"ann", "ann@example.org"}, "ann@example.org", anonymise.GONE), ({"", " "}, "Anybody", "Anybody"),
    ({"Zo\u00eb"}, "by ZO\u00cb!", "by " + anonymise.GONE + "!"), ({"a.b"}, "aXb", "aXb")])
def test_names_are_whole_words(names, text, left):
    assert anonymise.Names(names).out_of(text) == left
