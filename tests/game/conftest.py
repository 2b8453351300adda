"""Nothing that one test counted or cached reaches the next one."""
from __future__ import unicode_literals

import pytest

from decks.catalogue import snapshots


@pytest.fixture(autouse=True)
def fresh():
    snapshots.cache.clear()


@pytest.fixture
def published(monkeypatch):
    """The bulletins that pages publish, instead of sending them."""
    bulletins = []
    for module in ("game.views.joining", "game.realtime.seat_transfer"):
        monkeypatch.setattr("%s.publish" % module, lambda handler, bulletin: bulletins.append(bulletin))
    return bulletins
