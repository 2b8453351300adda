"""The states of a deck in the builder: shared, in review, archived, deleted."""
from __future__ import unicode_literals

import pytest

from common.compat import reverse
from decks.builder import steps
from decks.catalogue import selection
from decks.models import DRAFT, PUBLISHED, REVIEW, Deck, DeckSet
from tests.decks.builder.requests_sent import address, read, refused, send
from tests.decks.people import a_person, an_own_deck

pytestmark = pytest.mark.django_db
ENOUGH = "\n".join(["card %d" % number for number in range(12)]
                   + ["question %d: _" % number for number in range(5)])


def test_a_deck_with_enough_cards_asks_to_be_published_and_comes_back(client, ann):
    deck = an_own_deck(ann, ENOUGH)
    assert read(send(client, deck, "step", step="ask"))["status"] == REVIEW
    assert read(send(client, deck, "step", step="withdraw"))["status"] == DRAFT


def test_a_deck_says_what_it_lacks(client, deck):
    assert read(client.get(address("cards", deck)))["missing"] == {"black": 5, "white": 7}


def test_a_deck_that_the_site_has_switched_off_says_so(client, ann, deck):
    assert read(client.get(address("cards", deck)))["off"] is False
    Deck.objects.filter(pk=deck.pk).update(off=True)
    assert read(client.get(address("cards", deck)))["off"] is True
    assert "switched off here" in client.get(reverse("decks:mine")).content.decode("utf-8")


def test_a_deck_that_is_off_with_all_its_sets_says_so(client, ann, deck):
    DeckSet.objects.create(name="Odd", off=True).decks.add(deck)
    assert read(client.get(address("cards", deck)))["off"] is True and steps.mine(ann)[0]["off"]


def test_an_empty_deck_is_not_published(client, ann):
    assert "needs a card" in refused(client, an_own_deck(ann, ""), 400, "refused", "step", step="ask")


def test_a_deck_is_shared_by_its_code(client, deck):
    answer = read(send(client, deck, "step", step="share"))
    assert (answer["status"], answer["listed"], answer["code"]) == (PUBLISHED, False, deck.code)


def test_a_deck_for_friends_takes_one_step_from_the_review_too_and_back_to_its_maker(client, ann):
    deck = an_own_deck(ann, ENOUGH)
    for step, wanted in (("ask", REVIEW), ("share", PUBLISHED), ("withdraw", DRAFT), ("share", PUBLISHED)):
        assert read(send(client, deck, "step", step=step))["status"] == wanted
    assert not Deck.objects.get().listed


def test_whoever_has_the_code_of_a_deck_for_friends_chooses_it_in_a_lobby(client, ann, deck):
    friend = a_person("Bob")
    assert not selection.offered(friend, [deck.code]).exists()
    send(client, deck, "step", step="share")
    assert selection.offered(friend, [deck.code]).get() == deck


@pytest.mark.parametrize("name", ["approve", "publish", "reject", None])
def test_nobody_publishes_in_the_builder(client, ann, name):
    refused(client, an_own_deck(ann, ENOUGH), 400, "bad_request", "step", step=name)


def test_a_deck_goes_to_the_archive_and_comes_out_again_as_a_draft(client, deck):
    assert read(send(client, deck, "step", step="archive")) == {"gone": True}
    assert send(client, deck, verb="add", lines=["cake"]).status_code == 404
    assert client.post(address("unarchive", deck))["Location"].endswith(address("edit", deck))
    assert Deck.objects.get().status == DRAFT
