"""Fixtures for the classic stack."""
from __future__ import unicode_literals

import pytest

from live.classic import consumer
from tests.live.classic.party import TOPICS, Party


@pytest.fixture
def party(monkeypatch):
    """A table of its own: no other test shares its topic."""
    monkeypatch.setattr(consumer, "_sockets", {})
    return Party(next(TOPICS))
