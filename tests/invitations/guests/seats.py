"""Guests who take their seat, ask where it is, and come back to it."""
from __future__ import unicode_literals

from django.contrib.auth.models import AnonymousUser

from invitations import guests
from tests.invitations.visits import again

NOBODY = AnonymousUser()


def sit_down(guest, name="Bob", user=NOBODY, session=None):
    return guests.sit_down(guest, name, user, {} if session is None else session)


def standing(guest, user=NOBODY, session=None):
    return guests.visit(again(guest), user, {} if session is None else session).standing


def come_back(guest, user=NOBODY, session=None):
    session = {} if session is None else session
    guests.continue_here(guests.visit(again(guest), user, session), user, session)
