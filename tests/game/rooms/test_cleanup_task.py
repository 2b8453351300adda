"""The background task that clears old rooms away at once."""
from __future__ import unicode_literals

import mock
import pytest

from cards_project import routes
from game.models import Room
from game.rooms import cleanup, services
from live import UnsentError
from tests.game.rooms.test_cleanup import age

pytestmark = pytest.mark.django_db


def test_it_takes_its_days_from_the_message():
    age(services.open_room("Ann").room, days=8)
    cleanup.clean_up({"days": 9})
    assert Room.objects.exists()
    cleanup.clean_up({"days": 7})
    assert not Room.objects.exists()


def test_the_worker_knows_the_task():
    assert routes.TASKS[cleanup.TIDY_ROOMS] is cleanup.clean_up


def test_a_worker_out_of_reach_costs_no_room():
    with mock.patch("game.rooms.cleanup.send_task", side_effect=UnsentError("Redis is away")):
        cleanup.request_cleanup()
