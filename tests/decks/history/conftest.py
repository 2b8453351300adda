"""A deck with a history, and whose it is."""
from __future__ import unicode_literals

import pytest

from decks.models import Deck
from decks.review import workflow
from tests.decks.people import a_person, an_own_deck


@pytest.fixture
def ann():
    return a_person("Ann")


@pytest.fixture
def deck(ann):
    """A published deck with its first version."""
    deck = an_own_deck(ann, "Who _?\nMilk\nSugar", author="Ann", tags="hot")
    workflow.share(deck, ann)
    return Deck.objects.get()
