"""What holds for all tests that run inside Django."""
from __future__ import unicode_literals

import gc
import logging
import time

import pytest
from django.core.cache import cache

# A process of tests holds hundreds of thousands of objects for good; looking through them for garbage as often
# as Python does by itself was a fifth of its work.
gc.set_threshold(50000, 20, 100)


@pytest.fixture(autouse=True)
def _quick_password_hashes(request):
    """Hash passwords in microseconds: how slowly it is done otherwise is Django's business,
    and most tests sign in.
    """
    if request.config.pluginmanager.hasplugin("django"):  # the outside tests run without it
        request.getfixturevalue("settings").PASSWORD_HASHERS = [
            str("django.contrib.auth.hashers.MD5PasswordHasher")]


@pytest.fixture(autouse=True)
def _static_files_found_when_asked_for(request):
    """Look for static files when one is asked for: a server lists all of them once, a test's client each time
    anew, which was half of all the time of the tests.
    """
    if request.config.pluginmanager.hasplugin("django"):
        request.getfixturevalue("settings").WHITENOISE_AUTOREFRESH = True


@pytest.fixture(autouse=True)
def _fresh_cache(request):
    """Begin each test with nothing counted: all limits stand in the cache,
    and all tests come from one address.
    """
    if request.config.pluginmanager.hasplugin("django"):
        cache.clear()


@pytest.fixture(autouse=True)
def _room_for_bad_requests_in_the_log(request):
    """Begin each test with no bad request written: a process writes some lines of them a minute."""
    if request.config.pluginmanager.hasplugin("django"):
        for handler in logging.getLogger("django").handlers:
            for bounded in handler.filters:
                if hasattr(bounded, "forget"):
                    bounded.forget()


@pytest.fixture(autouse=True)
def _pages_speak_every_language(request):
    """Those that are not complete yet are tested all the same."""
    if request.config.pluginmanager.hasplugin("django"):
        settings = request.getfixturevalue("settings")
        settings.PAGE_LANGUAGES = [language for language, _ in settings.LANGUAGES]


@pytest.fixture
def standing_clock(monkeypatch):
    """No window of a rate limit ends in the middle of a test."""
    now = time.time()
    monkeypatch.setattr("time.time", lambda: now)
