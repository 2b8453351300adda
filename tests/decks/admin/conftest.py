"""A superuser before the admin, and two decks of the site that have texts in common."""
from __future__ import unicode_literals

import pytest

from tests.decks.admin.workers import a_busy_worker
from tests.decks.admins import Admin
from tests.decks.shelf import a_deck


@pytest.fixture
def boss():
    return Admin("boss")


@pytest.fixture
def tea():
    return a_deck("Tea", white=["Milk", "Sugar"])


@pytest.fixture
def cake():
    return a_deck("Cake", white=["milk.", "Sugar", "Icing"])


@pytest.fixture
def sent():
    """What a worker is told of, who is busy just now."""
    with a_busy_worker() as send:
        yield send
