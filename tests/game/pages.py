"""Visitors for tests of pages: what they see, post and sit on."""
from __future__ import unicode_literals

from django.conf import settings

from common.compat import json_loads, reverse
from game.seats import sessions


def address(name, *args):
    return reverse("game:" + name, args=args)


def text_of(response):
    return response.content.decode("utf-8")


def json_of(response):
    return json_loads(response.content)


def path_of(response):
    """Where a redirect leads, without the host that old Djangos put before it."""
    return response["Location"].replace("http://testserver", "")


def sit(client, player):
    """Let this client's session sit in the player's seat."""
    session = client.session
    sessions.remember(session, player)
    _keep(client, session)


def come_in(client, room):
    """Let this client's session watch the room."""
    session = client.session
    sessions.let_watch(session, room)
    _keep(client, session)


def _keep(client, session):
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
