"""Guests who are invited to one room at several addresses: they count once and answer by any of their links.

What says that two invitations are one guest's is in joining.py.
"""
from __future__ import unicode_literals

from collections import OrderedDict

from django.db.models import Q

from invitations.models import Invitation


def all_of(invitation):
    """This guest's Invitations to the room that were not taken back, as a queryset."""
    first = first_of(invitation)
    return Invitation.objects.filter(Q(pk=first) | Q(same_as=first), revoked=None)


def once(invitations, unreached=()):
    """[Invitation], one of each guest: the one that counts, where it is among these and not among the
    `unreached` (ids), whose letters do not arrive.
    """
    found = OrderedDict()
    for one in sorted(invitations, key=lambda one: (one.pk in unreached, one.same_as_id is not None, one.pk)):
        found.setdefault(first_of(one), one)
    return list(found.values())


def of_seat(player):
    """The Invitation by which this Player came to the table, or None; one that was taken back is none."""
    mine = Invitation.objects.filter(player=player, revoked=None, same_as=None)
    return mine.select_related("night").first()


def let_go(invitations):
    """These Invitations are about to end: what else their guests have counts by itself."""
    for one in invitations.filter(others__isnull=False).distinct():
        first, rest = one.others.order_by("pk")[0].pk, one.others.all()
        rest.exclude(pk=first).update(same_as=first)
        Invitation.objects.filter(pk=first).update(same_as=None)


def first_of(invitation):
    """The id of the one that counts."""
    return invitation.same_as_id or invitation.pk
