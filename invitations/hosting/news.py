"""News of a night for its guests: who is told, and the rows of the letters. Sends nothing itself."""
from __future__ import unicode_literals

from django.db.models import Q
from django.utils import timezone

from invitations import same_guest
from invitations.hosting import night_card
from invitations.mail import delivery, entries
from invitations.models import Invitation, NightLetter, Notice, StoppedAddress

# Who has a letter, or one that is just being sent; the others' letters will carry the date.
TOLD = Q(sent__isnull=False) | Q(claimed__isnull=False) | Q(in_calendar__isnull=False)


def guests_of(room):
    """Invitations of a room that are good still; whom the host has removed from the table is not invited."""
    return Invitation.objects.filter(room=room, revoked=None, declined=None).filter(
        Q(failed=None) | Q(in_calendar__isnull=False) | Q(accepted__isnull=False),
        Q(expires__gt=timezone.now()) | Q(accepted__isnull=False)).exclude(player__kicked=True)


def ask_to(night, guests):
    """Let these Invitations be to this night. What calendars show of an earlier one, the letter of its end
    knows.
    """
    guests.update(night=night, answer="", plus=False, in_calendar=None, calendar_number=0)


def ask_who_comes_back(invitation):
    """Let somebody who is a guest again be to the night that the room has now, which was set meanwhile.

    Returns None where there is nothing to catch up with, else [NightLetter]: the date, for whoever has a
    letter. The caller's transaction, who queues it after the commit.
    """
    mine = guests_of(invitation.room).filter(pk=invitation.pk)
    night = night_card.current(invitation.room)
    if night is None or not mine.exclude(night=night).exists():
        return None
    ask_to(night, mine)
    mine.filter(expires__lt=night.ends).update(expires=night.ends)
    told = Q(sent__isnull=False) | Q(claimed__isnull=False)
    return write(night, NightLetter.NIGHT, mine.filter(told))


def told_of(night):
    """The guests of this night who know of it and have not said that they cannot come."""
    return guests_of(night.room).filter(TOLD, night=night).exclude(answer="no")


def once_each(guests):
    """[Invitation], one of each guest, at an address where letters arrive if there is one."""
    unreached = guests.filter(Q(failed__isnull=False) | Q(email__in=StoppedAddress.objects.values("address")))
    return same_guest.once(guests, set(unreached.values_list("pk", flat=True)))


def queue(letters):
    """Tell the workers; returns how many of the letters go to somebody who wants them."""
    delivery.queue(*letters)
    return count(Invitation.objects.filter(letters__in=letters))


def count(guests):
    """How many of these Invitations are to somebody who wants letters."""
    return guests.exclude(email__in=StoppedAddress.objects.values("address")).count()


def write(night, kind, guests):
    """The letters of this kind to these guests, for the night's sequence; those that are there already are
    taken as they are.
    """
    same = {"night": night, "kind": kind, "sequence": night.sequence}
    return [NightLetter.objects.get_or_create(invitation=guest, defaults=_date(night, kind, guest), **same)[0]
            for guest in guests]


def write_change(night, names):
    """The letters that tell what has changed beside the date; `names` are those of fields."""
    notice = Notice.objects.create(night=night, kind=Notice.CHANGED, text=" ".join(names))
    number = night.notices.filter(kind=Notice.CHANGED).count()
    same = {"night": night, "kind": NightLetter.CHANGED, "sequence": number, "starts": night.starts,
            "notice": notice}
    return [NightLetter.objects.create(invitation=guest, **same) for guest in told_of(night)]


def _date(night, kind, guest):
    """What is called off is the date that the guest knows; it waits for letters that are on their way."""
    if kind != NightLetter.CANCELLED:
        return {"starts": night.starts}
    return {"starts": guest.in_calendar or night.starts, "due": entries.free_at(guest)}
