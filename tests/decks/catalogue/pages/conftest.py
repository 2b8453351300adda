"""What holds for all tests of the shelf's pages."""
from __future__ import unicode_literals

import pytest


@pytest.fixture(autouse=True)
def _standing_clock(standing_clock):
    """No window of a rate limit ends in the middle of a test."""
