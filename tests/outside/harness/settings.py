"""The settings of servers under test, on both stacks: the project's, but passwords are hashed in microseconds.

How slowly that is done otherwise is Django's business, and it cost half a second of processor time a person.
"""
from __future__ import unicode_literals

from django.conf import global_settings

from cards_project.settings import *  # noqa: F403

PASSWORD_HASHERS = ([str("django.contrib.auth.hashers.MD5PasswordHasher")]
                    + list(global_settings.PASSWORD_HASHERS))
