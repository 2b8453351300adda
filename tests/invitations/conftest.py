"""What all tests here may ask for; and nothing that one test counted or cached reaches the next one."""
from __future__ import unicode_literals

import pytest

from tests.game.conftest import fresh  # noqa: F401 - a fixture for all tests here


@pytest.fixture
def queued(monkeypatch):
    """The rows that workers were told of."""
    rows = []
    monkeypatch.setattr("invitations.mail.delivery.queue", lambda *more: rows.extend(more))
    return rows


@pytest.fixture
def told(monkeypatch):
    """The invitations that the host's screens were told of."""
    told = []
    monkeypatch.setattr("invitations.status.tell", told.append)
    return told
