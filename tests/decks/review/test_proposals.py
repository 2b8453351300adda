"""Cards that players propose, and what the owner says."""
from __future__ import unicode_literals

import pytest

from decks.cards.texts import fingerprint
from decks.editing.factory import EditError
from decks.models import DRAFT, PUBLISHED, Deck, Proposal
from decks.review import proposals
from tests.decks.people import ANYBODY, a_person, an_own_deck, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann():
    return a_person("Ann")


@pytest.fixture
def deck(ann):
    return an_own_deck(ann, "Milk", status=PUBLISHED)


def refusal(call, *arguments):
    with pytest.raises(EditError) as caught:
        call(*arguments)
    return str(caught.value)


def test_a_card_waits_until_the_owner_accepts_it(ann, deck):
    bob = a_person("Bob")
    proposal = proposals.propose(deck, "white", " Cold &amp; sweet  tea", None, " Bob ", bob)
    assert texts(deck) == ["Milk"] and list(proposals.waiting(deck)) == [proposal]
    card = proposals.accept(proposal, ann)
    assert (card.text, card.attribution) == ("Cold & sweet tea",
                                             "Bob") and texts(deck) == ["Milk", "Cold & sweet tea"]
    proposal = Proposal.objects.get()
    assert (proposal.status, proposal.proposer) == (Proposal.ACCEPTED, bob) and proposal.decided
    assert deck.versions.first().user == ann


def test_a_black_card_keeps_its_pick(ann, deck):
    proposal = proposals.propose(deck, "black", "_ is _", 1, "", ANYBODY)
    assert proposal.proposer is None
    proposals.accept(proposal, ann)
    assert deck.black_cards.get().pick == 1
    assert proposals.propose(deck, "black", "_ or _", None, "", None).pick == 2


def test_a_refused_card_stays_outside(deck):
    proposal = proposals.propose(deck, "white", "Sugar", None, "", ANYBODY)
    proposals.refuse(proposal)
    assert texts(deck) == ["Milk"] and Proposal.objects.get().status == Proposal.REFUSED and not proposals.waiting(deck)


def test_it_is_decided_once(ann, deck):
    proposal = proposals.propose(deck, "white", "Sugar", None, "", ANYBODY)
    proposals.accept(proposal, ann)
    assert "already" in refusal(proposals.accept, proposal,
                                ann) and "already" in refusal(proposals.refuse, proposal)
    assert texts(deck) == ["Milk", "Sugar"]


@pytest.mark.parametrize("kind, text, pick, problem", [
    ("white", " ", None, "its text is empty"), ("white", "x" * 501, None, "the limit is 500"),
    ("black", "Why?", 11, "pick must be"), ("white", "milk.", None, "has this card already")])
def test_a_card_that_cannot_be_used_is_refused_with_the_reason(deck, kind, text, pick, problem):
    assert problem in refusal(proposals.propose, deck, kind, text, pick, "", ANYBODY)
    assert not Proposal.objects.exists()


def test_the_same_card_waits_once(deck):
    proposals.propose(deck, "white", "Sugar", None, "", ANYBODY)
    assert "already" in refusal(proposals.propose, deck, "white", "SUGAR.", None, "", ANYBODY)


def test_an_owner_gets_only_so_many(deck, monkeypatch):
    monkeypatch.setattr(proposals, "MOST_WAITING", 1)
    proposals.refuse(proposals.propose(deck, "white", "Sugar", None, "", ANYBODY))
    proposals.propose(deck, "white", "Spoons", None, "", ANYBODY)
    assert "Very many" in refusal(proposals.propose, deck, "white", "Saucers", None, "", ANYBODY)


def test_a_draft_takes_no_proposals(ann):
    assert "published" in refusal(proposals.propose, an_own_deck(ann, status=DRAFT), "white", "Tea", None, "",
                                  ANYBODY)


def test_what_cannot_be_added_any_more_waits_on(ann, deck):
    proposal = proposals.propose(deck, "white", "Sugar", None, "", ANYBODY)
    deck.white_cards.update(text="Sugar", fingerprint=fingerprint("Sugar"))
    assert "has it already" in refusal(proposals.accept, proposal, ann)
    assert Proposal.objects.get().status == Proposal.WAITING
    Deck.objects.update(status="archived")
    assert "archive" in refusal(proposals.accept, proposal, ann)
