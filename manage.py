#!/usr/bin/env python
"""Run a management command: `python manage.py help` lists them."""
from __future__ import unicode_literals

import gc
import os
import sys

if __name__ == "__main__":
    gc.disable()  # until everything is loaded: cards_project/apps.py
    os.environ.setdefault(str("DJANGO_SETTINGS_MODULE"), str("cards_project.settings"))
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
