"""Sending the link to a recap to everybody who is invited to the room: one letter for each person, on the
host's press, with postage as invitations have. Sends nothing itself.
"""
from __future__ import unicode_literals

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from game.recap import links
from game.rooms import services as rooms
from invitations.hosting import news, permissions, quota
from invitations.hosting.services import Refused
from invitations.mail import delivery
from invitations.models import RecapLetter, StoppedAddress

NOTHING = N_("There is no game to tell of yet.")
NOBODY = N_("Nobody is invited to this room by e-mail.")
SENT = N_("They all have it already.")


def send(player, user, game=None):
    """Write the letters with the recap of a game of the player's room, by default the last one, in the name
    of `user`. Returns how many they are. Raises Refused.
    """
    standing = permissions.standing(player, user)
    if standing != "yes":
        raise Refused(standing)
    try:
        recap = links.make(player, game)
    except links.NoRecapError:
        raise Refused("bad_request", _(NOTHING))
    with transaction.atomic():
        quota.lock()
        if not rooms.touch(player.room_id):
            raise Refused("no_room")
        letters = _write(recap, user, _guests(recap, user))
    delivery.queue(*[letter for letter in letters if letter.due <= timezone.now()])
    return len(letters)


def _guests(recap, user):
    """[Invitation] of this host's guests who have no letter of this recap, one of each person."""
    mine = news.guests_of(recap.room_id).filter(sender=user)
    if not mine.exists():
        raise Refused("bad_request", _(NOBODY))
    wanted = mine.exclude(email__in=StoppedAddress.objects.values("address"))
    told = set(RecapLetter.objects.filter(recap=recap).values_list("invitation", flat=True))
    left = [guest for guest in news.once_each(wanted) if guest.pk not in told]
    if not left:
        raise Refused("bad_request", _(SENT))
    return left


def _write(recap, user, guests):
    """[RecapLetter]; beyond the limit of the hour a letter is due when its turn comes."""
    stamps, letters, refusal = quota.SendQuota(user, [guest.email for guest in guests]), [], ""
    for guest in guests:
        turn = stamps.turn(guest.email)
        if turn is None:
            refusal = stamps.refusal(guest.email)
            continue
        stamps.take(guest.email, turn)
        letters.append(RecapLetter.objects.create(invitation=guest, recap=recap, due=turn))
    if not letters:
        raise Refused("limit", refusal)
    stamps.pay()
    return letters
