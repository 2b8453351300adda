"""Ann before the builder: signed in, with a deck of three cards."""
from __future__ import unicode_literals

import pytest

from tests.decks.builder.requests_sent import WHITES
from tests.decks.people import a_person, an_own_deck
from tests.game.people import enter


@pytest.fixture
def ann(client):
    ann = a_person("Ann")
    enter(client, ann)
    return ann


@pytest.fixture
def deck(ann):
    return an_own_deck(ann, WHITES)
