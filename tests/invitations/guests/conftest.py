"""What the table and the host's screen heard of a guest."""
from __future__ import unicode_literals

from tests.invitations.visits import told  # noqa: F401 - a fixture for all tests here
