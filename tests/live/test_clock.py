"""What is done each minute: all of it, whatever fails."""
from __future__ import unicode_literals

import threading

import pytest

from common.compat import reverse
from live.clock import tick


@pytest.fixture(autouse=True)
def steps(monkeypatch):
    """What happened, in order; these tests have no database whose connections could be closed."""
    steps = []
    monkeypatch.setattr("live.clock.close_old_connections", lambda: steps.append("close"))
    return steps


def test_each_function_is_called_once(routes):
    called = []
    routes.EVERY_MINUTE = [lambda: called.append("one"), lambda: called.append("two")]
    tick()
    assert called == ["one", "two"]


def test_links_that_are_written_then_are_below_the_path_of_the_site(routes, settings):
    settings.SCRIPT_NAME, links = "/cards", []
    routes.EVERY_MINUTE = [lambda: links.append(reverse("game:home"))]
    thread = threading.Thread(target=tick)
    thread.start()
    thread.join()
    assert links == ["/cards/"]


def test_one_that_fails_is_logged_and_does_not_stop_the_others(routes, caplog):
    called = []
    routes.EVERY_MINUTE = [lambda: 1 // 0, lambda: called.append("two")]
    tick()
    assert called == ["two"] and "ZeroDivisionError" in caplog.text


def test_nothing_to_do_is_no_error(routes, caplog):
    tick()
    assert caplog.text == ""


def test_old_connections_are_closed_before_and_after(routes, steps):
    routes.EVERY_MINUTE = [lambda: steps.append("one"), lambda: 1 // 0]
    tick()
    assert steps == ["close", "one", "close", "close", "close"]
