"""Nothing that one test counted or cached reaches the next one."""
from __future__ import unicode_literals

import pytest

from decks.catalogue import snapshots


@pytest.fixture(autouse=True)
def fresh():
    snapshots.cache.clear()


@pytest.fixture
def published(monkeypatch):
    """The updates that pages publish, instead of sending them."""
    updates = []
    monkeypatch.setattr("game.rooms.services.publish", lambda handler, update: updates.append(update))
    return updates
