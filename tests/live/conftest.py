"""Each stack has modules that the other one cannot even import; so have their tests."""
from __future__ import unicode_literals

import sys
import types

import pytest

from common.compat import CLASSIC
from common.outage import Outage
from live import faults, outage

collect_ignore = [str("current" if CLASSIC else "classic")]


@pytest.fixture(autouse=True)
def no_outage(monkeypatch):
    """What one test took away is there again in the next one."""
    monkeypatch.setattr(outage.LAYER, "is_on", False)
    monkeypatch.setattr(faults, "outage", Outage(look=lambda: ""))


@pytest.fixture
def routes(settings, monkeypatch):
    """A module of routes of the test's own: put something into `routes.TASKS`, set `routes.EVERY_MINUTE`."""
    module = types.ModuleType(str("routes_of_a_test"))
    module.HANDLERS, module.TASKS = [], {}
    monkeypatch.setitem(sys.modules, module.__name__, module)
    settings.LIVE_ROUTES = module.__name__
    return module
