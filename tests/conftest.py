"""What holds for all tests that run inside Django."""
from __future__ import unicode_literals

import pytest


@pytest.fixture(autouse=True)
def _quick_password_hashes(request):
    """Hash passwords in microseconds: how slowly it is done otherwise is Django's business, and most tests sign in."""
    if request.config.pluginmanager.hasplugin("django"):  # the outside tests run without it
        request.getfixturevalue("settings").PASSWORD_HASHERS = [str("django.contrib.auth.hashers.MD5PasswordHasher")]
