"""Run under the Python under test, from the project's folder: writes invitations to a room, without sending letters.

Arguments: the room's code, and how many. Gives the room's first seat to an account, which invites. Prints the keys as JSON.
"""
from __future__ import print_function, unicode_literals

import datetime
import json
import os
import sys

sys.path.insert(0, os.getcwd())
os.environ.setdefault(str("DJANGO_SETTINGS_MODULE"), str("cards_project.settings"))

import django  # noqa: E402

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.utils import timezone  # noqa: E402

from game.codes import new_key  # noqa: E402
from game.models import Player  # noqa: E402
from invitations.models import Invitation  # noqa: E402


def main(code, count):
    host = Player.objects.get(room__code=code, number=1)
    if host.user is None:
        host.user = get_user_model().objects.create_user("host-of-" + code, "%s@example.org" % code.lower())
        host.save()
    expires = timezone.now() + datetime.timedelta(days=1)
    guests = [Invitation.objects.create(
        room=host.room, sender=host.user, sender_name=host.name, email="guest%d@example.org" % number, name="Bob",
        key=new_key(), expires=expires, due=None) for number in range(int(count))]
    print(json.dumps([guest.key for guest in guests]))


if __name__ == "__main__":
    main(*sys.argv[1:])
