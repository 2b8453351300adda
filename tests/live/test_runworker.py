"""`manage.py runworker` before it works: what it refuses, and that it is ours."""
from __future__ import unicode_literals

import pytest
from django.core.management import call_command, get_commands
from django.core.management.base import CommandError

from live.management.commands import runworker


@pytest.fixture
def runs(settings, monkeypatch, routes):
    """What the command would have run: a list of (names, options)."""
    runs = []
    settings.REDIS_URL = "redis://localhost/0"
    routes.TASKS = {"sweep": None, "dust": None}
    monkeypatch.setattr(runworker, "run", lambda names, options: runs.append(names))
    return runs


def test_it_replaces_the_command_of_channels():
    assert get_commands()["runworker"] == "live"


def test_without_names_it_serves_what_there_is(runs):
    call_command("runworker")
    assert runs == [[]]


def test_with_names_it_serves_only_these(runs):
    call_command("runworker", "dust")
    assert runs == [["dust"]]


def test_a_wrong_name_is_refused_with_the_right_ones(runs):
    with pytest.raises(CommandError) as refusal:
        call_command("runworker", "dust", "swep")
    assert "called swep" in "%s" % refusal.value and "dust, sweep" in "%s" % refusal.value and runs == []


def test_without_redis_it_says_where_the_worker_is(runs, settings):
    settings.REDIS_URL = ""
    with pytest.raises(CommandError) as refusal:
        call_command("runworker")
    assert "manage.py serve" in "%s" % refusal.value and runs == []


def test_options_that_make_no_sense_are_refused_in_plain_words(runs, monkeypatch):
    def refuse(names, options):
        raise ValueError("There is no channel called x.")
    monkeypatch.setattr(runworker, "run", refuse)
    with pytest.raises(CommandError) as refusal:
        call_command("runworker")
    assert "no channel called x" in "%s" % refusal.value
