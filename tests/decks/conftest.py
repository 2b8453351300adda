"""Who imports, and what the worker is told of it."""
from __future__ import unicode_literals

import mock
import pytest


@pytest.fixture
def ann(django_user_model):
    return django_user_model.objects.create_user("ann")


@pytest.fixture
def sent():
    """What was put on the channel of imports."""
    with mock.patch("decks.imports.jobs.send_task") as send:
        yield send
