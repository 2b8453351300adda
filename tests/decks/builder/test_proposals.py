"""Cards that somebody proposed, in the builder: the owner takes or refuses them."""
from __future__ import unicode_literals

import pytest

from decks.models import BLACK, PUBLISHED, BlackCard, Proposal
from decks.review import proposals
from tests.decks.builder.requests_sent import WHITES, address, read, refused, send
from tests.decks.people import a_person, an_own_deck

pytestmark = pytest.mark.django_db


@pytest.fixture
def proposal(ann):
    deck = an_own_deck(ann, WHITES, status=PUBLISHED)
    return proposals.propose(deck, BLACK, "Why? _", None, "Bo", a_person("Bo"))


def test_the_owner_reads_what_was_proposed_and_takes_it(client, proposal):
    deck = proposal.deck
    waiting, = read(client.get(address("proposed", deck)))["proposals"]
    assert (waiting["id"], waiting["text"], waiting["attribution"]) == (proposal.pk, "Why? _", "Bo")
    answer = read(send(client, deck, "decide", proposal=proposal.pk, accept=True))
    assert [card["text"] for card in answer["cards"]] == ["Why? _"] and answer["proposals"] == 0
    assert BlackCard.objects.get().attribution == "Bo"


def test_the_owner_refuses_a_card(client, proposal):
    assert read(send(client, proposal.deck, "decide", proposal=proposal.pk, accept=False))["cards"] == []
    assert Proposal.objects.get().status == Proposal.REFUSED and not BlackCard.objects.exists()
    assert "already" in refused(client, proposal.deck, 400, "refused", "decide", proposal=proposal.pk,
                                accept=True)


@pytest.mark.parametrize("number", [None, "1", 0, -1, 2 ** 40, 999])
def test_there_is_no_such_proposal(client, proposal, number):
    refused(client, proposal.deck, 400, "bad_request", "decide", proposal=number, accept=True)


def test_a_proposal_to_another_deck_is_not_mine_to_decide(client, ann, proposal):
    mine = an_own_deck(ann, "", "Other")
    refused(client, mine, 400, "bad_request", "decide", proposal=proposal.pk, accept=True)
    assert Proposal.objects.get().status == Proposal.WAITING
