"""News that guests have missed, sent once more. Sends nothing itself."""
from __future__ import unicode_literals

from django.db import transaction
from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from common.limits import ratelimits
from game.rooms import services as rooms
from invitations import fate, status
from invitations.hosting import news, permissions, quota, services
from invitations.hosting.services import Refused
from invitations.mail import delivery, unsubscribe
from invitations.models import Invitation, NightLetter

PRESSES = "12/h"
TOO_OFTEN = N_("You have sent news again often enough for now. Try again in an hour.")


def send_again(user, room):
    """Queue the last news of each night for every guest of this user's who has missed it, as if it had never
    been tried. Returns how many letters that are.

    Who wants no letters gets none. It costs no postage, like the news itself. Raises Refused.
    """
    with transaction.atomic():
        rooms.touch(room.pk)  # a second press waits for the first, and finds nothing to do
        guests = permissions.with_unsent_news(user, room)
        letters = [letter for guest in guests for letter in _sendable(guest)]
        _put_back(user, letters)
    return news.queue(letters)


def again(user, pk):
    """What the button in a guest's row sends: the end of a date that an invitation by `user` has missed, or
    any news that who sits at the table has missed; without such the invitation once more.

    Returns (Invitation, stamps left) and raises like services.send_again.
    """
    mine = Invitation.objects.filter(pk=pk, sender=user.pk)
    room = mine.values_list("room", flat=True).get()
    with transaction.atomic():
        rooms.touch(room)
        invitation = fate.with_letters(mine.select_related("player")).get()
        letters = [letter for letter in _sendable(invitation)
                   if letter.kind in NightLetter.ENDS or invitation.accepted is not None]
        if letters and unsubscribe.is_stopped(invitation.email):
            raise Refused("stopped")
        _put_back(user, letters)
    if not letters:
        return services.send_again(user, pk)
    news.queue(letters)
    status.tell(pk)
    return invitation, quota.SendQuota(user).left


def _sendable(guest):
    return [letter for letter in fate.missed_letters(guest) if fate.can_be_sent_again(letter)]


def _put_back(user, letters):
    if letters and ratelimits.hit("news again", user.pk, PRESSES):
        raise Refused("limit", _(TOO_OFTEN))
    for letter in letters:
        delivery.send_again(letter)
