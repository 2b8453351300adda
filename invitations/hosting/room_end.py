"""Rooms that are about to be deleted: their game nights are called off, and no date stays in a calendar.

Sends nothing itself.
"""
from __future__ import unicode_literals

from common.compat import ngettext
from invitations.hosting import news, nights
from invitations.mail import delivery
from invitations.models import GameNight, Invitation


def leaving(ids):
    """[text] of what the end of the rooms with these ids means to guests, for the page that asks before."""
    mine = Invitation.objects.filter(night__room__in=ids, night__cancelled=None)
    holders = [guest.pk for guest in nights.holders(mine)]
    letters = news.count(Invitation.objects.filter(pk__in=holders))
    if not letters:
        return []
    return [ngettext("Game nights are called off: %(count)d guest who has the date gets a letter of it.",
                     "Game nights are called off: %(count)d guests who have the date get a letter of it.",
                     letters) % {"count": letters}]


def end(ids):
    """Write those letters, in the caller's transaction. Returns a function without arguments that tells the
    workers; call it after the commit.
    """
    letters = [letter for night in GameNight.objects.filter(room__in=ids, cancelled=None)
               for letter in nights.call_off(night)]
    return lambda: delivery.queue(*letters)
