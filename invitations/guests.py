"""What guests do with an invitation: look at it, sit down, come back on another device, say no, answer to a
night.

The link is the guest's seat, so whoever has it may do all of this; limits on guessing links are the views'
business.
"""
from __future__ import unicode_literals

from collections import namedtuple

from django.db import transaction
from django.utils import timezone

from game import rules
from game.models import Room
from game.rooms import ownership, seat_transfer, services
from game.rooms.summary import summary_of
from game.seats import looks, sessions
from invitations import same_guest, status
from invitations.hosting import news, night_card, withdrawals
from invitations.mail import delivery
from invitations.models import Invitation

# How somebody stands to an invitation. With the first five there is no way in.
REVOKED, OVER, EXPIRED, KICKED, HOST_GONE = CLOSED = "revoked", "over", "expired", "kicked", "host_gone"
ELSEWHERE = "elsewhere"  # they sit in that room in a seat that is not this invitation's
HERE, AWAY = "here", "away"  # this device is in the seat, or another one is
FREE = "free"  # nobody has sat down by this link yet
# `player` is the visitor's, or whose the link is; None where there is no seat. `left`: that player is not at
# the table.
Visit = namedtuple("Visit", "invitation standing player left")


class _TooLateError(Exception):
    """The invitation was accepted by another device, taken back, or is over."""


class NoSuchAnswerError(ValueError):
    """Not one of yes, no and maybe, or there is no night to come that could be answered."""


class AnotherDateError(ValueError):
    """The answer was to a date that has changed since; the guest has to see the new one first."""


def find(key):
    """The Invitation with this key, or None."""
    return Invitation.objects.filter(key=key).select_related("room", "player", "night").first()


def visit(invitation, user, session):
    """How this visitor stands to the invitation: a Visit. Reads only."""
    standing, player = _standing(invitation, user, session)
    left = player is not None and "%d" % player.number not in summary_of(invitation.room)["players"]
    return Visit(invitation, standing, player, left)


def open_letter(invitation):
    """Remember that the invitation was looked at, and tell the host, the first time."""
    if _stamp_opened(invitation):
        status.tell(invitation.pk)


def night_ahead(invitation):
    """The GameNight that this guest may answer to, or None."""
    night = invitation.night
    return night if night is not None and night.cancelled is None and night.ends > timezone.now() else None


def sit_down(invitation, name, user, session, look=None):
    """Take the invitation's seat for this session, with the face and colour `look`, or those of before.

    Returns the Player, or None when it is too late: look again.

    Raises BadNameError, services.NameTakenError, rules.InvalidMoveError (no free seat, or not enough cards
    for one more), services.Busy; nothing has changed then.
    """
    mine = list(same_guest.all_of(invitation).select_related("room"))
    try:
        player = services.join(invitation.room, name, user, invited=True, claim=lambda: _claim(invitation),
                               look=look or looks.remembered(user, session))
    except (Room.DoesNotExist, _TooLateError):
        return None
    sessions.remember(session, player)
    for one in mine:
        _welcome_back(one, one.declined is not None)
    return player


def continue_here(visit, user, session):
    """Bring the seat of a Visit to this session, and who had left back to the table.

    Raises rules.InvalidMoveError (no cards are left for them), services.Busy; nothing has changed then.
    """
    player = visit.player
    _come_back(player)
    if visit.standing != HERE:
        player = seat_transfer.move_here(session, player)
    if user.pk is not None:
        ownership.adopt(user, [player.key])


def decline(invitation):
    """Say no to the invitation, and tell the host; a letter takes the date out of the guest's calendar. An
    invitation that waits for its turn does not go any more: its link was handed over.
    """
    with transaction.atomic():
        services.touch(invitation.room_id)
        _stamp_opened(invitation)
        mine = list(_still_free(invitation).filter(declined=None).values_list("pk", flat=True))
        if not Invitation.objects.filter(pk__in=mine).update(declined=timezone.now()):
            return
        letters = withdrawals.withdraw(Invitation.objects.filter(pk__in=mine))
        Invitation.objects.filter(pk__in=mine).update(due=None)
    delivery.queue(*letters)
    _tell(invitation)


def think_again(invitation):
    """Take the no back without sitting down yet, and tell the host; a letter brings the date again."""
    services.touch(invitation.room_id)
    mine = list(_still_free(invitation).filter(declined__isnull=False).select_related("room"))
    if Invitation.objects.filter(pk__in=[one.pk for one in mine]).update(declined=None):
        for one in mine:
            _welcome_back(one, True)


def answer(invitation, word, plus=False, shown=None):
    """Answer to the night: yes, no or maybe, and tell the host and the table; with `plus` a guest who says
    yes brings somebody, where the host lets them. `shown` is the start that the guest saw
    (night_card.mark_of), None where the caller has compared it. Raises NoSuchAnswerError, AnotherDateError.

    A no is about the date only: a letter takes it out of the guest's calendar, and a new date is told. A yes
    or a maybe takes back what was declined.
    """
    with transaction.atomic():
        services.touch(invitation.room_id)  # whoever moves the night has done it, or waits
        night = _answerable(invitation, word, shown)
        changes = {"answer": word, "plus": bool(plus) and word == "yes" and night.plus_one}
        if word != "no":
            changes["declined"] = None
        _stamp_opened(invitation)
        mine = list(same_guest.all_of(invitation).filter(night=night))
        if not mine:
            return
        Invitation.objects.filter(pk__in=[one.pk for one in mine], revoked=None).update(**changes)
        letters = [letter for one in mine for letter in _after(one, word)]
    delivery.queue(*letters)
    _tell(invitation)


def _after(one, word):
    """[NightLetter] that follows from the answer of somebody whose Invitation was like `one` before."""
    out = one.answer == "no" or one.declined is not None
    if word != "no":
        return withdrawals.restore(one) if out else []
    if out and withdrawals.waits(one):
        return []
    return withdrawals.withdraw(Invitation.objects.filter(pk=one.pk))


def _answerable(invitation, word, shown):
    night = night_ahead(Invitation.objects.select_related("night").get(pk=invitation.pk))
    if night is None or word not in dict(Invitation.ANSWERS):
        raise NoSuchAnswerError(word)
    if shown is not None and shown != night_card.mark_of(night):
        raise AnotherDateError(shown)
    return night


def _stamp_opened(invitation):
    """Returns whether it had not been looked at."""
    return Invitation.objects.filter(pk=invitation.pk, opened=None).update(opened=timezone.now())


def _claim(invitation):
    """Accept the invitation, as the first part of the transaction that takes its seat.

    Returns what keeps the Player.

    Of two devices that press at once, one gets past this. Raises _TooLateError.
    """
    now, rows = timezone.now(), Invitation.objects.filter(pk=invitation.pk)
    if not rows.filter(player=None, revoked=None, expires__gt=now).update(accepted=now, declined=None):
        raise _TooLateError()
    mine = list(_still_free(invitation).values_list("pk", flat=True))
    Invitation.objects.filter(pk__in=mine).update(accepted=now, declined=None)
    return lambda player: Invitation.objects.filter(pk__in=mine).update(player=player)


def _standing(invitation, user, session):
    room, seat = invitation.room, invitation.player
    mine = sessions.seat_of(room, user, session) if room is not None else None
    here = mine is not None and mine == seat
    if invitation.sender_id is None and not here:
        return HOST_GONE, None
    if invitation.revoked is not None and not here:
        return REVOKED, None
    if room is None:
        return OVER, None
    if any(player is not None and player.kicked for player in (mine, seat)):
        return KICKED, None
    if mine is not None:
        return (HERE if here else ELSEWHERE), mine
    if seat is not None:
        return AWAY, seat
    return (FREE if invitation.expires > timezone.now() else EXPIRED), None


def _still_free(invitation):
    return same_guest.all_of(invitation).filter(player=None)


def _tell(invitation):
    """Tell the host, and of a night everybody at the table."""
    for one in same_guest.all_of(invitation):
        status.tell(one.pk)
    if invitation.night_id is not None:
        night_card.tell(invitation.room_id)


def _welcome_back(invitation, had_declined):
    """Tell all that somebody comes after all, and them the date, if it is another one by now, too."""
    with transaction.atomic():
        services.touch(invitation.room_id)  # whoever sets a night waits
        letters = news.ask_who_comes_back(invitation)
        if letters is None:
            letters = withdrawals.restore(invitation) if had_declined else []
    delivery.queue(*letters)
    _tell(Invitation.objects.get(pk=invitation.pk))


def _come_back(player):
    try:
        services.come_back(player, invited=True)
    except rules.InvalidMoveError as refusal:
        if refusal.code != "not_now":  # they had not left
            raise
