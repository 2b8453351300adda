"""A seat of somebody without an account."""
from __future__ import unicode_literals

import pytest

from game.rooms import services
from tests.game.pages import sit


@pytest.fixture
def player(client):
    """The seat of a host without an account, in this client's session."""
    player = services.open_room("Ann")
    sit(client, player)
    return player
