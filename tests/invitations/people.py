"""Hosts with accounts, and the guests they invited, for tests."""
from __future__ import unicode_literals

import datetime
from collections import namedtuple

from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.utils import timezone

from game import codes
from game.rooms import services
from invitations.models import Invitation

PASSWORD = "a-long-password"
# Whoever opened a room: an account, the room and their seat in it.
Host = namedtuple("Host", "user room player")


def a_user(name, verified=True):
    """An account with an address, which is confirmed unless the test says otherwise."""
    user = get_user_model().objects.create_user(name.lower(), "%s@example.org" % name.lower(), PASSWORD)
    EmailAddress.objects.create(user=user, email=user.email, verified=verified, primary=True)
    return user


def a_host(name="Ann", user=None, password=""):
    """A room opened by somebody with an account."""
    user = user or a_user(name)
    player = services.open_room(name, user, password)
    return Host(user, player.room, player)


def a_guest(host, email="bob@example.org", **fields):
    """An invitation of that host; ready to be sent unless the fields say otherwise."""
    fields.setdefault("key", codes.new_key())
    fields.setdefault("expires", timezone.now() + datetime.timedelta(days=14))
    return Invitation.objects.create(room=host.room, sender=host.user, sender_name=host.player.name,
                                     email=email,
                                     **fields)
