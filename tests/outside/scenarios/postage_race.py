"""Run under the Python under test, from the project's folder: hosts press "Send" many times at once.

One host for more letters than an hour has, many hosts for one address, one host for one guest. Sends nothing and prints
what came of it, as JSON.
"""
from __future__ import print_function, unicode_literals

import json
import os
import sys
import threading

sys.path.insert(0, os.getcwd())
os.environ.setdefault(str("DJANGO_SETTINGS_MODULE"), str("cards_project.settings"))

import django  # noqa: E402

django.setup()

from allauth.account.models import EmailAddress  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.db import connections  # noqa: E402

from game.services import open_room  # noqa: E402
from invitations import delivery, services  # noqa: E402
from invitations.models import Invitation, Postage  # noqa: E402

PRESSES, GUESTS = 8, 7
delivery.queue = lambda *rows: None


def a_host(name):
    user = get_user_model().objects.create_user(name, "%s@example.org" % name)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return open_room(name, user)


def all_at_once(presses):
    """[invitations, or an error's text] of (player, text), each in a thread, begun together."""
    results, doors = [None] * len(presses), threading.Event()

    def run(place):
        player, text = presses[place]
        doors.wait()
        try:
            results[place] = len(services.invite(player, player.user, text).invited)
        except Exception as error:
            results[place] = repr(error)
        finally:
            connections.close_all()
    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(presses))]
    for thread in threads:
        thread.start()
    doors.set()
    for thread in threads:
        thread.join()
    return results


def main():
    busy, once = a_host("busy"), a_host("once")
    hosts = [a_host("host%d" % number) for number in range(PRESSES)]
    print(json.dumps({
        "of_one_host": all_at_once([(busy, " ".join("guest%d-%d@example.org" % (press, number) for number in range(GUESTS)))
                                    for press in range(PRESSES)]),
        "to_one_address": all_at_once([(host, "wanted@example.org") for host in hosts]),
        "of_one_press": all_at_once([(once, "friend@example.org")] * PRESSES),
        "invitations": Invitation.objects.count(), "postage": Postage.objects.count()}))


main()
