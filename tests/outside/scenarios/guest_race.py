"""Run under the Python under test, from the project's folder: many devices press "Take my seat" of one link at once.

There are several such links, and others join the room by its code meanwhile. Prints what came of it, as JSON.
"""
from __future__ import print_function, unicode_literals

import datetime
import json
import os
import sys
import threading

sys.path.insert(0, os.getcwd())
os.environ.setdefault(str("DJANGO_SETTINGS_MODULE"), str("cards_project.settings"))

import django  # noqa: E402

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.contrib.auth.models import AnonymousUser  # noqa: E402
from django.db import connections  # noqa: E402
from django.utils import timezone  # noqa: E402

from game import services  # noqa: E402
from game.codes import new_key  # noqa: E402
from invitations import guests  # noqa: E402
from invitations.models import Invitation  # noqa: E402

DEVICES, NEIGHBOURS, LINKS = 12, 8, 3


def all_at_once(jobs):
    """[result] of the functions in as many threads, begun together; an error is its own result."""
    results, doors = [None] * len(jobs), threading.Event()

    def run(place):
        doors.wait()
        try:
            results[place] = jobs[place]()
        except Exception as error:
            results[place] = repr(error)
        finally:
            connections.close_all()
    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(jobs))]
    for thread in threads:
        thread.start()
    doors.set()
    for thread in threads:
        thread.join()
    return results


def press(pk, device):
    invitation, session = Invitation.objects.select_related("room", "player").get(pk=pk), {}
    while True:
        try:
            player = guests.sit_down(invitation, "Guest %d of %d" % (device, pk), AnonymousUser(), session)
        except services.Busy:
            continue
        return [player and player.number, len(session)]


def come_in(room, number):
    while True:
        try:
            return services.join(room, "Neighbour %d" % number)[0].number
        except services.Busy:
            continue


def main():
    user = get_user_model().objects.create_user("host", "host@example.org")
    room = services.open_room("Host", user).room
    links = [Invitation.objects.create(
        room=room, sender=user, sender_name="Host", email="guest@example.org", key=new_key(), due=None,
        expires=timezone.now() + datetime.timedelta(days=1)) for _ in range(LINKS)]
    jobs = [lambda link=link, device=device: press(link.pk, device) for link in links for device in range(DEVICES)]
    jobs += [lambda number=number: come_in(room, number) for number in range(NEIGHBOURS)]
    results = all_at_once(jobs)
    print(json.dumps({
        "links": [results[place * DEVICES:(place + 1) * DEVICES] for place in range(LINKS)],
        "neighbours": results[LINKS * DEVICES:], "seated": sorted(map(int, services.load(room.pk).state["players"])),
        "rows": sorted(room.players.values_list("number", flat=True)),
        "stamped": [[link.player.number, link.accepted is not None]
                    for link in Invitation.objects.select_related("player").order_by("pk")]}))


main()
