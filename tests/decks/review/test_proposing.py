"""Proposing a card to somebody's deck: who may, what is stored, and every way in which the page says no."""
from __future__ import unicode_literals

import pytest
from django.core.cache import cache

from common.compat import reverse
from decks.catalogue import sharing
from decks.models import DRAFT, PUBLISHED, Proposal
from decks.views import proposals
from tests.decks.people import a_person, an_own_deck
from tests.game.people import enter

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh():
    cache.clear()


@pytest.fixture
def bob(client):
    bob = a_person("Bob")
    enter(client, bob)
    return bob


@pytest.fixture
def deck(db):
    return an_own_deck(a_person("Ann"), "tea\nsoup", status=PUBLISHED)


def propose(client, deck, text="a duck", kind="white", attribution="Bob"):
    return client.post(reverse("decks:propose", args=[deck.slug]),
                       {"kind": kind, "text": text, "attribution": attribution})


def page(response):
    return response.content.decode("utf-8")


def test_a_card_waits_for_the_owner(client, bob, deck):
    assert propose(client, deck, " Why?  ___", "black").status_code == 302
    card = Proposal.objects.get()
    assert (card.deck, card.kind, card.text, card.pick,
            card.attribution) == (deck, "black", "Why? _", 1, "Bob")
    assert (card.proposer, card.status) == (bob, Proposal.WAITING)


def test_the_page_thanks_and_shows_what_became_of_earlier_ones(client, bob, deck):
    propose(client, deck, "<b>cake</b>")
    found = page(client.get(reverse("decks:propose", args=[deck.slug])))
    assert "Thank you!" in found and "&lt;b&gt;cake" in found and "<b>cake" not in found and "waits" in found


@pytest.mark.parametrize("fields, advice", [
    ({"text": ""}, "Write the card first"), ({"text": "Soup."}, "has this card already"),
    ({"text": "x" * 501}, "501"),
    ({"kind": "green"}, "green"), ({"text": "x\u202ey"}, "control character"),
    ({"attribution": "x" * 201}, "200")])
def test_a_card_that_cannot_be_is_refused_with_advice_and_kept(client, bob, deck, fields, advice):
    response = propose(client, deck, **fields)
    assert response.status_code == 400 and advice in page(response)
    assert fields.get("text", "a duck") in page(response) and not Proposal.objects.exists()


def test_a_card_is_proposed_once(client, bob, deck):
    propose(client, deck, "cake")
    assert "proposed this card already" in page(propose(client, deck, "Cake."))


def test_twenty_cards_a_day_are_enough(client, bob, deck, monkeypatch):
    monkeypatch.setattr(proposals, "A_DAY", 2)
    assert [propose(client, deck, text).status_code for text in ("a", "b", "c")] == [302, 302, 429]
    assert Proposal.objects.count() == 2


def test_guests_are_asked_to_sign_in(client, deck):
    assert "/accounts/login/" in propose(client, deck)["Location"]


def test_drafts_take_no_proposals(client, bob):
    assert propose(client, an_own_deck(a_person("Ann"), "tea", status=DRAFT)).status_code == 404


def test_a_deck_that_is_not_listed_is_found_by_who_knows_its_code(client, bob):
    deck = an_own_deck(a_person("Ann"), "tea", status=PUBLISHED, listed=False)
    assert propose(client, deck).status_code == 404
    session = client.session
    session[sharing.SESSION_NAME] = [deck.code]
    session.save()
    assert propose(client, deck).status_code == 302


def test_the_owner_is_led_to_the_builder(client, deck):
    enter(client, deck.owner)
    assert reverse("decks:edit", args=[deck.code]) in page(
        client.get(reverse("decks:propose", args=[deck.slug])))
