"""What people do who wait at the door, as requests."""
from __future__ import unicode_literals

from django.test import Client

from common.compat import json_dumps
from tests.game.pages import address, sit


def seated(table, who):
    client = Client()
    sit(client, table.player(who))
    return client


def send(client, name, table, **document):
    return client.post(address(name, table.room.code), json_dumps(document), content_type="application/json")


def take_seat(client, table, name="Sam"):
    return client.post(address("take_seat", table.room.code), {"name": name})
