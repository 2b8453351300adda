"""Guests whose browser, seat or account is known in the room by one link say by a press that another link is
theirs, too (same_guest.py). Nobody is taken for somebody else by an address.
"""
from __future__ import unicode_literals

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts import verified_addresses
from game.rooms import services
from invitations import remembered, status
from invitations.hosting import night_card, withdrawals
from invitations.mail import delivery
from invitations.models import Invitation
from invitations.same_guest import all_of, first_of, of_seat


def may_join(visit, user, session):
    """Whether this visitor, who is known in the room already, may say that this link is theirs, too."""
    invitation = visit.invitation
    if not _is_free(invitation):
        return False
    if visit.player is not None:
        return visit.player.user_id is None or visit.player.user_id != invitation.sender_id
    return _answered(invitation, user, session) is not None


def join(visit, user, session):
    """From now on the visitor's other invitation, or their seat, and this one are one guest's; what was
    answered there counts. Returns whether that could be.
    """
    invitation = visit.invitation
    with transaction.atomic():
        services.touch(invitation.room_id)
        if not may_join(visit, user, session):
            return False
        seat = visit.player
        known = of_seat(seat) if seat is not None else _answered(invitation, user, session)
        letters = _join(invitation, known, seat)
    delivery.queue(*letters)
    for one in all_of(known or invitation):
        status.tell(one.pk)
    night_card.tell(invitation.room_id)
    return True


def _join(invitation, known, seat):
    """Returns [NightLetter]: this address, too, has the date in its calendar or not."""
    changes = {"opened": invitation.opened or timezone.now(), "declined": None}
    seat = seat or known.player
    if seat is not None:
        changes.update(player=seat, accepted=timezone.now())
    if known is not None:
        changes["same_as"] = first_of(known)
        if known.night_id == invitation.night_id:
            answered = known if known.answer or known.declined else invitation
            changes.update(answer=answered.answer, plus=answered.plus, declined=answered.declined)
            all_of(known).update(answer=answered.answer, plus=answered.plus)
        Invitation.objects.filter(same_as=invitation.pk).update(same_as=changes["same_as"])
    mine = Invitation.objects.filter(pk=invitation.pk)
    was_out = invitation.declined is not None or invitation.answer == "no"
    mine.update(**changes)
    out = mine.filter(Q(answer="no") | Q(declined__isnull=False)).exists()
    if out == was_out:
        return []
    return withdrawals.withdraw(mine) if out else withdrawals.restore(invitation)


def _answered(invitation, user, session):
    """Another Invitation to the room by which this visitor has answered: in this browser, or to an address of
    this account. None for none.
    """
    mine = Q(pk__in=remembered.ids(session)) | Q(email__in=verified_addresses.addresses_of(user))
    others = Invitation.objects.filter(mine, room=invitation.room_id, revoked=None).exclude(email="")
    others = others.exclude(pk=invitation.pk).exclude(answer="", declined=None)
    return next((one for one in others if first_of(one) != first_of(invitation)), None)


def _is_free(invitation):
    good = Invitation.objects.filter(revoked=None, expires__gt=timezone.now()).exclude(sender=None)
    return good.filter(pk=invitation.pk, player=None, same_as=None).exists()
