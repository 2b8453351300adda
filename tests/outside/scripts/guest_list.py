"""Run under the Python under test, from the project's folder: writes invitations to rooms, without sending
letters.

Each line that comes in asks for one: the room's code, perhaps "moved" and a language: to a night with a place
that was moved once. Gives the room's first seat to an account, which invites. Answers with a line, the key.
"""
from __future__ import print_function, unicode_literals

import datetime
import os
import sys

sys.path.insert(0, os.getcwd())
os.environ.setdefault(str("DJANGO_SETTINGS_MODULE"), str("cards_project.settings"))

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.utils import timezone  # noqa: E402

from game.codes import new_key  # noqa: E402
from game.models import Player  # noqa: E402
from invitations.hosting import nights  # noqa: E402
from invitations.models import Invitation  # noqa: E402


def invite(code, night="", language="en"):
    host = Player.objects.select_related("room").get(room__code=code, number=1)
    if host.user is None:
        host.user = get_user_model().objects.create_user("host-of-" + code, "%s@example.org" % code.lower())
        host.save()
    guest = Invitation.objects.create(
        room=host.room, sender=host.user, sender_name=host.name, email="bob@example.org", name="Bob",
        key=new_key(), language=language,
        expires=timezone.now() + datetime.timedelta(days=1), due=None)
    if night == "moved":
        said = {"title": "Cards and cake", "place": "Long Street 12, third floor", "plus_one": True}
        for days in (3, 10):
            starts = timezone.now() + datetime.timedelta(days=days)
            nights.set_night(host.room, host.user, starts, "Europe/Warsaw", said=said)
    return guest.key


if __name__ == "__main__":
    for line in iter(sys.stdin.readline, ""):
        print(invite(*line.split()))
        sys.stdout.flush()
