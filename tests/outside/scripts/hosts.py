"""Run under the Python under test, from the project's folder: makes so many hosts who may invite, each with a
room.

Prints [{"session": key of a session that is logged in, "code": the room's}] as JSON.
"""
from __future__ import print_function, unicode_literals

import json
import os
import sys
from importlib import import_module

sys.path.insert(0, os.getcwd())
os.environ.setdefault(str("DJANGO_SETTINGS_MODULE"), str("cards_project.settings"))

import django

django.setup()

from allauth.account.models import EmailAddress  # noqa: E402
from django.conf import settings  # noqa: E402
from django.contrib.auth import get_user_model, login  # noqa: E402
from django.http import HttpRequest  # noqa: E402

from game.rooms import services  # noqa: E402

MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"


def host(number):
    name = "host%d" % number
    user = get_user_model().objects.create(username=name, email=name + "@example.org", password="!")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    code = services.open_room(name, user=user).room.code
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore()
    user.backend = MODEL_BACKEND
    login(request, user)
    request.session.save()
    return {"session": request.session.session_key, "code": code}


print(json.dumps([host(number) for number in range(int(sys.argv[1]))]))
