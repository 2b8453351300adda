"""Who imports with a browser, and uploads that a worker has to read."""
from __future__ import unicode_literals

import mock
import pytest
from django.core.cache import cache

from tests.decks.imports.pages.visits import signed_in


@pytest.fixture
def ann(django_user_model, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    return django_user_model.objects.create_user("ann", password="walnut-pudding-7")


@pytest.fixture
def browser(ann):
    return signed_in(ann)


@pytest.fixture
def busy():
    """Every upload is a long one, and no worker hears of it."""
    with mock.patch("decks.imports.looking.AT_ONCE_BYTES", 1), mock.patch("decks.imports.jobs.send_task"):
        yield
