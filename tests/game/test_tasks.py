"""The background task that clears old rooms away at once."""
from __future__ import unicode_literals

import mock
import pytest

from cards_project import routes
from game import services, tasks
from game.models import Room
from live import Unsent
from tests.game.test_clearing import age

pytestmark = pytest.mark.django_db


def test_it_takes_its_days_from_the_message():
    age(services.open_room("Ann").room, days=8)
    tasks.tidy_rooms({"days": 9})
    assert Room.objects.exists()
    tasks.tidy_rooms({"days": 7})
    assert not Room.objects.exists()


def test_the_worker_knows_the_task():
    assert routes.TASKS[tasks.TIDY_ROOMS] is tasks.tidy_rooms


def test_a_worker_out_of_reach_costs_no_room():
    with mock.patch("game.tasks.send_task", side_effect=Unsent("Redis is away")):
        tasks.ask_to_tidy()
