"""Inviting people: the only writer of what hosts do to invitations. Workers send the letters (delivery.py).

Everything is counted and stored in one transaction behind `quota.lock`; channels and screens hear of it after
the commit.
"""
from __future__ import unicode_literals

import datetime
from collections import namedtuple

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from accounts import verified_addresses
from common.sweeping import delete_some
from game.rooms import ownership
from game.rooms import services as rooms
from invitations import status
from invitations.hosting import addresses, nights, permissions, quota
from invitations.hosting.forms import InvitationForm, expiry
from invitations.mail import delivery, unsubscribe
from invitations.models import GameNight, Invitation, StoppedAddress

# `invited` Invitations; `refused` [(piece, why)]; `rest` the same pieces as text for the box; `left` see
# quota.SendQuota.
Batch = namedtuple("Batch", "invited refused rest left")
KEPT = datetime.timedelta(days=90)
MESSAGES = {
    "not_host": "Only the host of the room invites people by e-mail.",
    "sign_in": "Sign in first, so that your friends can see who invites them.",
    "verify": "Confirm your e-mail address first: open the link in the letter that we have sent you.",
    "empty": "Type or paste at least one address, like ann@example.org.",
    "unreadable": "There is no whole address in this yet.",
    "too_long": "That is more text than we can read at once; paste it in parts.",
    "on_its_way": "This letter is on its way already.",
    "revoked": "You have taken this invitation back. Invite them anew if you like.",
    "joined": "They are here already.",
    "no_room": "The room is gone. Open a new one and invite the same people again.",
    "stopped": "They want no letters from here. Tell them the room's code yourself.",
}
INVITED_ALREADY = 'They are invited already; use "send again" in the list if they need another letter.'
YOURSELF = "This is your own address, and you are here already."
TOO_MANY = "%d at once is enough; send these next."


class Refused(Exception):
    """What a host asked for cannot be done; `code` is for scripts, `message` for the host."""

    def __init__(self, code, message=""):
        super(Refused, self).__init__(code)
        self.code, self.message = code, message or MESSAGES[code]


class UnreadableError(Refused):
    """A text without a single good address; `refused` is like a Batch's."""

    def __init__(self, refused):
        super(UnreadableError, self).__init__("unreadable" if refused else "empty")
        self.refused = refused


def invite(player, user, text, note="", language="en"):
    """Invite everybody in `text` to the player's room, in the name of `user`. Returns a Batch.

    Raises Refused (also for a note that is too long or an unknown language: "bad_form"), UnreadableError.
    """
    standing = permissions.standing(player, user)
    if standing != "yes":
        raise Refused(standing)
    try:
        reading = addresses.read(text, settings.INVITES_AT_ONCE)
    except addresses.TooLongError:
        raise Refused("too_long")
    if not reading.guests:
        raise UnreadableError(reading.bad)
    with transaction.atomic():
        quota.lock()
        if not rooms.touch(player.room_id):
            raise Refused("no_room")
        stamps = quota.SendQuota(user, [guest.email for guest in reading.guests])
        welcome, refused = _sort_out(player.room, user, reading.guests, stamps)
        letters = _write(player, user, welcome, note, language)
        stamps.pay()
    if player.user_id is None:
        ownership.adopt(user, [player.key])  # news of the letters comes to the account's seat
    invited = list(Invitation.objects.filter(key__in=[letter.key for letter in letters]).select_related(
        "player"))
    delivery.queue(*invited)
    refused += reading.bad + [(guest.text, TOO_MANY % settings.INVITES_AT_ONCE) for guest in reading.over]
    return Batch(invited, refused, "\n".join(text for text, _ in refused), stamps.left)


def send_again(user, pk):
    """Send the letter of an invitation by `user` once more. Returns (Invitation, stamps left).

    Raises Invitation.DoesNotExist, Refused ("limit" tells when it is possible again).
    """
    with transaction.atomic():
        quota.lock()
        invitation = Invitation.objects.select_related("player", "night").get(pk=pk, sender=user.pk)
        _require_sendable(invitation)
        stamps = quota.SendQuota(user, [invitation.email])
        why = stamps.refusal(invitation.email)
        if why:
            raise Refused("limit", why)
        stamps.take(invitation.email)
        stamps.pay()
        invitation.expires, invitation.opened, invitation.declined = expiry(invitation.night), None, None
        invitation.save(update_fields=["expires", "opened", "declined"])
        delivery.send_again(invitation)
    delivery.queue(invitation)
    status.tell(invitation.pk)
    return invitation, stamps.left


def revoke(user, pk):
    """Close the link of an invitation by `user`, and keep its letter from going out. Returns the Invitation.

    Whoever sits at the table through it stays there. Raises Invitation.DoesNotExist.
    """
    mine = Invitation.objects.filter(pk=pk, sender=user.pk)
    changed = mine.filter(revoked=None).update(revoked=timezone.now(), due=None)
    invitation = mine.select_related("player").get()
    if changed:
        status.tell(invitation.pk)
    return invitation


def clear_old():
    """Forget old postage, and the invitations that ended three months ago:
    other people's addresses are not ours to keep.
    """
    quota.clear_old()
    delete_some(Invitation.objects.filter(expires__lt=timezone.now() - KEPT), quota.CLEARED_A_MINUTE)


def rooms_in_use(ids):
    """Those of these rooms (ids) with a game night to come, or not long ago,
    and those that an open invitation leads to.
    """
    now = timezone.now()
    kept = now - datetime.timedelta(days=settings.KEEP_ROOMS_DAYS)
    nights = GameNight.objects.filter(room__in=ids, cancelled=None, starts__gt=kept)
    open_links = Invitation.objects.filter(room__in=ids, revoked=None, declined=None, expires__gt=now)
    return set(nights.values_list("room", flat=True)) | set(open_links.values_list("room", flat=True))


def _sort_out(room, user, guests, stamps):
    """([Guest] to invite, [(text, why)] of the others); takes a stamp for each to invite."""
    emails = [guest.email for guest in guests]
    reasons = dict.fromkeys(StoppedAddress.objects.filter(address__in=emails).values_list("address",
                                                                                          flat=True),
                            MESSAGES["stopped"])
    reasons.update(dict.fromkeys(
        permissions.active(room).filter(email__in=emails).values_list("email", flat=True), INVITED_ALREADY))
    reasons.update(dict.fromkeys(verified_addresses.addresses_of(user) | {user.email.lower()}, YOURSELF))
    welcome, refused = [], []
    for guest in guests:
        why = reasons.get(guest.email) or stamps.refusal(guest.email)
        if why:
            refused.append((guest.text, why))
        else:
            stamps.take(guest.email)
            welcome.append(guest)
    return welcome, refused


def _write(player, user, guests, note, language):
    night = nights.current(player.room)
    letters = []
    for guest in guests:
        form = InvitationForm(
            {"email": guest.email, "name": guest.name, "note": note, "language": language},
            instance=Invitation(room=player.room, sender=user, sender_name=player.name, night=night))
        if not form.is_valid():
            raise Refused("bad_form", " ".join(error for errors in form.errors.values() for error in errors))
        letters.append(form.save(commit=False))
    Invitation.objects.bulk_create(letters)
    return letters


def _require_sendable(invitation):
    reasons = [("revoked", invitation.revoked), ("joined", invitation.accepted),
               ("no_room", invitation.room_id is None),
               ("on_its_way", invitation.due), ("stopped", unsubscribe.is_stopped(invitation.email))]
    for code, is_so in reasons:
        if is_so:
            raise Refused(code)
