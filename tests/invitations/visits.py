"""Guests at their links, for tests: addresses, and what the table and the host's screen heard."""
from __future__ import unicode_literals

import datetime

import pytest
import six
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from common.compat import get_zone, in_zone, json_loads, reverse
from game.moves import batches
from game.rooms import services
from invitations.hosting.night_card import mark_of
from invitations.models import GameNight, Invitation
from tests.invitations.people import PASSWORD

SATURDAY = in_zone(datetime.datetime(2099, 11, 28, 20, 0), get_zone("Europe/Warsaw"))


class Told(object):
    """`updates` in their order; `news` what the host's screen shows of invitations,
    `log` what the table heard.
    """

    def __init__(self):
        self.updates = []

    def publish(self, handler, update):
        self.updates.append(update)

    @property
    def news(self):
        messages = [json_loads(text) for update in self.updates for text in update.private.values()]
        return [message["invitation"] for message in messages if message["type"] == "invitation"]

    @property
    def words(self):
        return [document["status"] for document in self.news]

    @property
    def log(self):
        news = [json_loads(update.public) for update in self.updates if update.version]
        return [entry for patch in news for entry in patch["log"]]

    @property
    def disconnects(self):
        return [update.disconnects for update in self.updates if update.disconnects]


@pytest.fixture
def told(monkeypatch):
    told = Told()
    monkeypatch.setattr("game.rooms.services.publish", told.publish)
    return told


def link(name, guest):
    """The address of what is done with an invitation: accept, decline, answer, watch."""
    return reverse("invitations:" + name, args=[guest.key])


def again(guest):
    """The stored row, read again."""
    return Invitation.objects.select_related("player", "room", "night").get(pk=guest.pk)


def mark(guest, **fields):
    """Change the row behind everybody's back. Returns it."""
    Invitation.objects.filter(pk=guest.pk).update(**fields)
    return again(guest)


def a_night(host, guest, **fields):
    """A night tomorrow, unless the fields say when it `starts`, to which the guest is invited."""
    fields.setdefault("starts", timezone.now() + datetime.timedelta(days=1))
    night = GameNight.objects.create(room=host.room, host=host.user, uid="night-%s" % guest.key,
                                     zone="Europe/Warsaw",
                                     **fields)
    mark(guest, night=night)
    return night


def act(who, name, **args):
    return services.play(who.room_id, [batches.Move("%d" % who.number, name, args, "", None)])


def look(client, guest):
    return client.get(link("accept", guest))


def press(client, guest, name="Bob", **fields):
    return client.post(link("accept", guest), dict(fields, name=name))


def say(client, guest, answer, **fields):
    """Answer on the link's page, which shows the date as it is now."""
    night = again(guest).night
    return client.post(link("answer", guest), dict(fields, answer=answer, night=night and mark_of(night) or ""))


def signed_in(user):
    client = Client()
    client.login(username=user.username, password=PASSWORD)
    return client


def everything():
    """All rows of the database, without the sessions of those who look."""
    said = six.StringIO()
    call_command("dumpdata", exclude=["sessions", "contenttypes", "auth.permission"], stdout=said)
    return json_loads(said.getvalue())
