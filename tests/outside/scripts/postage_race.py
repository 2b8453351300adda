"""Run under the Python under test, from the project's folder: hosts press "Send" many times at once.

One host for more letters than an hour has, many hosts for one address, one host for one guest. Sends nothing
and prints what came of it, as JSON.
"""
from __future__ import print_function, unicode_literals

import json
from functools import partial

from at_once import all_at_once  # and Django is ready

# isort: split
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.utils import timezone

from game.rooms.services import open_room
from invitations.hosting import services
from invitations.mail import delivery
from invitations.models import Invitation, Postage

PRESSES, GUESTS = 8, 7
delivery.queue = lambda *rows: None


def a_host(name):
    user = get_user_model().objects.create_user(name, "%s@example.org" % name)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return open_room(name, user)


def press(player, text):
    """How many letters go at once; the others wait for their turn."""
    invited = services.invite(player, player.user, text).invited
    return len([letter for letter in invited if letter.due <= timezone.now()])


def main():
    busy, once = a_host("busy"), a_host("once")
    hosts = [a_host("host%d" % number) for number in range(PRESSES)]
    presses = {
        "of_one_host": [(busy, " ".join("guest%d-%d@example.org" % (number, guest)
                                        for guest in range(GUESTS)))
                        for number in range(PRESSES)],
        "to_one_address": [(host, "wanted@example.org") for host in hosts],
        "of_one_press": [(once, "friend@example.org")] * PRESSES}
    found = {name: all_at_once([partial(press, *arguments) for arguments in presses[name]])
             for name in sorted(presses)}
    print(json.dumps(dict(found, invitations=Invitation.objects.count(), postage=Postage.objects.count())))


main()
