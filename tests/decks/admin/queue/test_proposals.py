"""Proposed cards in the review queue."""
from __future__ import unicode_literals

import pytest

from decks.models import Proposal
from decks.review import proposals
from tests.decks.admin.queue.waiting import QUEUE, again
from tests.decks.admins import a_player
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("do,cards,status", [("accept", 1, "accepted"), ("refuse", 0, "refused")])
def test_a_card_proposed_to_a_deck_of_the_site_is_decided(rex, do, cards, status):
    deck = a_deck("Tea")
    proposal = proposals.propose(deck, "white", "a biscuit", None, "Bo", a_player())
    assert "a biscuit" in rex.see(QUEUE)
    rex.press(QUEUE, do=do, proposal=proposal.pk)
    assert again(proposal).status == status and deck.white_cards.filter(text="a biscuit",
                                                                        attribution="Bo").count() == cards


def test_a_card_proposed_to_a_players_deck_is_the_players_affair(rex):
    deck = a_deck("Attic", owner=a_player())
    proposal = proposals.propose(deck, "white", "a biscuit", None, "", None)
    assert "a biscuit" not in rex.see(QUEUE)
    assert rex.client.post("/admin/decks/review/",
                           {"do": "accept", "proposal": proposal.pk}).status_code == 404
    assert again(proposal).status == Proposal.WAITING


@pytest.mark.parametrize("status,found", [("", "a biscuit"), ("refused", "a spoon"), ("owners", "a moth")])
def test_proposals_of_every_status_are_found_in_the_queue(rex, status, found):
    tea, attic = a_deck("Tea"), a_deck("Attic", owner=a_player())
    proposals.refuse(proposals.propose(tea, "white", "a spoon", None, "", None))
    proposals.propose(tea, "white", "a biscuit", None, "", None)
    proposals.propose(attic, "white", "a moth", None, "", None)
    shown = rex.see(QUEUE, show="proposals", status=status)
    assert [text for text in ("a biscuit", "a spoon", "a moth") if ">%s<" % text in shown] == [found]
