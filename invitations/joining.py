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
from invitations.hosting import news, night_card, withdrawals
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
    """Returns [NightLetter]: each address has the date in its calendar, or not, as the answer says."""
    theirs, others = list(all_of(invitation)), list(all_of(known)) if known is not None else []
    mine, now = Invitation.objects.filter(pk__in=[one.pk for one in theirs + others]), timezone.now()
    mine.filter(pk=invitation.pk, opened=None).update(opened=now)
    seat = seat or known.player
    if seat is not None:
        mine.filter(player=None).update(player=seat, accepted=now)
    mine.update(declined=None if seat is not None else known.declined)
    if known is not None:
        mine.filter(pk__in=[one.pk for one in theirs]).update(same_as=first_of(known))
        same = known.night_id == invitation.night_id and not known.answer and known.declined is None
        said = invitation if same else known
        mine.filter(night=known.night_id).update(answer=said.answer, plus=said.plus)
    return [letter for one in theirs + others for letter in _letters(one, known)]


def _letters(before, known):
    """[NightLetter] that follow for an Invitation which was like `before`."""
    rows = Invitation.objects.filter(pk=before.pk)
    one = rows.select_related("room").get()
    if _is_out(one):
        return [] if _is_out(before) else withdrawals.withdraw(rows)
    if known is None or known.answer != "no":
        caught_up = news.ask_who_comes_back(one)
        if caught_up is not None:
            if known is not None:
                rows.filter(night=known.night_id).update(answer=known.answer, plus=known.plus)
            return caught_up
    return withdrawals.restore(one) if _is_out(before) else []


def _is_out(invitation):
    return invitation.answer == "no" or invitation.declined is not None


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
