"""What hosts may do and have done: their standing in a room, the invitations they sent there,
and earlier guests.
"""
from __future__ import unicode_literals

from django.db.models import Q
from django.utils import timezone

from accounts import verified_addresses
from game.rooms.summary import summary_of
from invitations import fate
from invitations.models import Invitation, NightLetter, StoppedAddress

SHOWN = 200
AGAIN = 50


def standing(player, user):
    """Whether `user`, who sits as `player` (or None), may invite: "yes", "not_host",
    "sign_in" or "verify".
    """
    if player is None or player.kicked or player.user_id not in (None, user.pk) or not _hosts(player):
        return "not_host"
    if user.pk is None:
        return "sign_in"
    return "yes" if verified_addresses.addresses_of(user) else "verify"


def sent_by(user, room):
    """What this user sent for `room`: Invitations with their players, the newest first. Of those beyond SHOWN
    only the ones that have missed news.
    """
    sent = list(_sent(user, room)[:SHOWN])
    if len(sent) == SHOWN:
        seen = {guest.pk for guest in sent}
        sent += [guest for guest in with_unsent_news(user, room)
                 if guest.pk not in seen and fate.missed(guest)]
    return sent


def with_unsent_news(user, room):
    """[Invitation] of all that this user sent for `room` and that may have missed news, however old."""
    unsent = NightLetter.objects.filter(Q(failed__isnull=False) | Q(kept=True), kind__in=NightLetter.NEWS,
                                        invitation__room=room)
    return list(_sent(user, room).filter(pk__in=unsent.values("invitation")))


def active(room):
    """Invitations to `room` whose link is good, whatever was answered."""
    return Invitation.objects.filter(room=room, revoked=None, expires__gt=timezone.now())


def former_guests(user, room):
    """[(name, address, whether they were invited to the room that this one goes on from)] of the people this
    user invited to other rooms, for inviting them here: those first, then the latest.

    Leaves out who is invited here already, said no there, could not be reached, or wants no letters.
    """
    earlier = Invitation.objects.filter(sender=user, revoked=None, declined=None,
                                        failed=None).exclude(room=room)
    people = []
    seen = set(active(room).values_list("email", flat=True))
    for group, some in ((True, earlier.filter(room__next=room)), (False, earlier)):
        for name, email in some.values_list("name", "email")[:SHOWN]:
            if email and email not in seen:
                seen.add(email)
                people.append((name, email, group))
    stopped = set(StoppedAddress.objects.filter(address__in=[email for _, email, _ in people]).values_list(
        "address", flat=True))
    return [person for person in people if person[1] not in stopped][:AGAIN]


def _sent(user, room):
    return fate.with_letters(Invitation.objects.filter(sender=user, room=room).select_related("player"))


def _hosts(player):
    seen = summary_of(player.room)
    # Names are unique at a table.
    return bool(seen["host"]) and seen["players"].get("%d" % player.number) == seen["host"]
