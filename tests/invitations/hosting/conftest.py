"""Who invites."""
from __future__ import unicode_literals

import pytest

from tests.invitations.people import a_host


@pytest.fixture
def host():
    return a_host("Ann")
