"""The entry point for servers: `application` on both stacks, on classic also by the name
`channel_layer`, which instructions for Channels 1 give to daphne.

Starts nothing by itself, and ends the process where another one
serves the same data.
"""
from __future__ import unicode_literals

import gc
import os
import sys

import django
from django.conf import settings

gc.disable()  # until everything is loaded: apps.py
os.environ.setdefault(str("DJANGO_SETTINGS_MODULE"), str("cards_project.settings"))
django.setup()

from cards_project.checks import refuse_wrong_environment  # noqa: E402

refuse_wrong_environment()  # a server started without manage.py runs no system checks

from live.only_server import AlreadyServedError, hold_database  # noqa: E402

try:
    hold_database()
except AlreadyServedError as error:
    sys.exit("%s" % error)

from live.server import application  # noqa: E402

if settings.CLASSIC:
    channel_layer = application
