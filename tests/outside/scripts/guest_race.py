"""Run under the Python under test, from the project's folder: many devices press "Take my seat" of one link
at once.

There are several such links, and others join the room by its code meanwhile. Prints what came of it, as JSON.
"""
from __future__ import print_function, unicode_literals

import datetime
import json

from at_once import all_at_once  # and Django is ready

# isort: split
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from game.codes import new_key
from game.moves import batches
from game.rooms import services
from game.seats.sessions import SEATS
from invitations import guests
from invitations.models import Invitation

DEVICES, NEIGHBOURS, LINKS = 12, 8, 3


def press(pk, device):
    invitation, session = Invitation.objects.select_related("room", "player").get(pk=pk), {}
    while True:
        try:
            player = guests.sit_down(invitation, "Guest %d of %d" % (device, pk), AnonymousUser(), session)
        except services.Busy:
            continue
        return [player and player.number, SEATS in session]


def come_in(room, number):
    while True:
        try:
            return services.join(room, "Neighbour %d" % number).number
        except services.Busy:
            continue


def main():
    user = get_user_model().objects.create_user("host", "host@example.org")
    room = services.open_room("Host", user).room
    links = [Invitation.objects.create(
        room=room, sender=user, sender_name="Host", email="guest@example.org", key=new_key(), due=None,
        expires=timezone.now() + datetime.timedelta(days=1)) for _ in range(LINKS)]
    jobs = [lambda link=link, device=device: press(link.pk, device) for link in links
            for device in range(DEVICES)]
    jobs += [lambda number=number: come_in(room, number) for number in range(NEIGHBOURS)]
    results = all_at_once(jobs)
    print(json.dumps({
        "links": [results[place * DEVICES:(place + 1) * DEVICES] for place in range(LINKS)],
        "neighbours": results[LINKS * DEVICES:],
        "seated": sorted(map(int, batches.load(room.pk).state["players"])),
        "rows": sorted(room.players.values_list("number", flat=True)),
        "stamped": [[link.player.number, link.accepted is not None]
                    for link in Invitation.objects.select_related("player").order_by("pk")]}))


main()
