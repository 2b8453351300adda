"""Nothing that one test counted or cached reaches the next one."""
from __future__ import unicode_literals

import time

import pytest
from django.core.cache import cache

from decks import snapshots


@pytest.fixture(autouse=True)
def fresh(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    snapshots.cache.clear()


@pytest.fixture
def published(monkeypatch):
    """The bulletins that pages publish, instead of sending them."""
    bulletins = []
    for module in ("game.views.doors", "game.moving"):
        monkeypatch.setattr("%s.publish" % module, lambda handler, bulletin: bulletins.append(bulletin))
    return bulletins


@pytest.fixture
def standing_clock(monkeypatch):
    """No window of a rate limit ends in the middle of a test."""
    now = time.time()
    monkeypatch.setattr("time.time", lambda: now)
