"""Run under the Python under test, from the project's folder: makes people who look after the site.

    staff.py PASSWORD NAME=GROUP,GROUP ...
"""
from __future__ import unicode_literals

import os
import sys

sys.path.insert(0, os.getcwd())
os.environ.setdefault(str("DJANGO_SETTINGS_MODULE"), str("cards_project.settings"))

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.contrib.auth.models import Group  # noqa: E402

for person in sys.argv[2:]:
    name, groups = person.split("=")
    user = get_user_model().objects.create_user(name, "%s@example.org" % name, sys.argv[1])
    user.is_staff = True
    user.save()
    user.groups.add(*[Group.objects.get(name=group) for group in groups.split(",")])
