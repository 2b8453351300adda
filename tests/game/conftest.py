"""Nothing that one test counted or cached reaches the next one."""
from __future__ import unicode_literals

import pytest
from django.core.cache import cache

from decks import snapshots


@pytest.fixture(autouse=True)
def fresh(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    snapshots.cache.clear()
