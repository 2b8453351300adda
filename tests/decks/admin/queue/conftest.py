"""A reviewer, and a deck that waits for one."""
from __future__ import unicode_literals

import pytest

from decks.review import workflow
from tests.decks.admins import a_player, a_reviewer
from tests.decks.shelf import a_deck


@pytest.fixture
def rex():
    return a_reviewer()


@pytest.fixture
def attic():
    """A player's deck that asks to be published."""
    deck = a_deck("Attic", [("Why %d? _" % n, 1) for n in range(20)], ["thing %d" % n for n in range(40)],
                  status="draft",
                  owner=a_player(), rating="adult")
    return workflow.ask_to_publish(deck, deck.owner)
