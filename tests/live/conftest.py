"""Each stack has modules that the other one cannot even import; so have their tests."""
from __future__ import unicode_literals

import sys
import types

import pytest

from common.compat import CLASSIC
from live import outage

collect_ignore = [str("current" if CLASSIC else "classic")]


@pytest.fixture(autouse=True)
def no_outage(monkeypatch):
    """What one test took away is there again in the next one."""
    for service in (outage.LAYER, outage.DATABASE):
        monkeypatch.setattr(service, "is_on", False)


@pytest.fixture
def routes(settings, monkeypatch):
    """A module of routes of the test's own: put something into `routes.TASKS`, set `routes.EVERY_MINUTE`."""
    module = types.ModuleType(str("routes_of_a_test"))
    module.HANDLERS, module.TASKS = [], {}
    monkeypatch.setitem(sys.modules, module.__name__, module)
    settings.LIVE_ROUTES = module.__name__
    return module
