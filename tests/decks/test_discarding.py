"""A deck that is deleted is gone for everybody at once; the cards of a big one are taken away by a worker."""
from __future__ import unicode_literals

import mock
import pytest

from decks import staging
from decks.models import Deck, WhiteCard
from live import UnsentError
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent():
    with mock.patch("decks.staging.send_task") as send:
        yield send


@pytest.fixture
def big():
    return a_deck("Tea", white=["Card %d" % number for number in range(staging.AT_ONCE + 1)])


def test_a_small_deck_is_taken_away_at_once(sent):
    staging.discard_soon(a_deck("Tea", white=["Milk"]))
    assert not Deck.with_staged.exists() and not WhiteCard.objects.exists() and not sent.called


def test_a_big_deck_is_hidden_at_once_and_taken_away_by_a_worker(big, sent):
    staging.discard_soon(big)
    assert not Deck.objects.exists() and WhiteCard.objects.count() == staging.AT_ONCE + 1
    staging.discard_hidden(sent.call_args[0][1])
    assert sent.call_args[0][0] == "discard-deck" and not Deck.with_staged.exists() and not WhiteCard.objects.exists()


def test_without_a_worker_the_clock_finds_it(big, sent):
    sent.side_effect = UnsentError("nobody listens")
    staging.discard_soon(big)
    Deck.with_staged.update(updated=big.updated - staging.FORGOTTEN)
    staging.clear_staged()
    assert not Deck.with_staged.exists()


def test_a_message_of_a_stranger_takes_no_deck_away(big):
    staging.discard_hidden({"id": big.pk})
    assert Deck.objects.exists()
