"""What became of the letters to one guest: which news they were told last, and which they missed, and why.

Reads only. Invitations whose letters are prefetched (`with_letters`) cost no statement each.
"""
from __future__ import unicode_literals

from django.db.models import Q
from django.utils import timezone

from common.clock import in_ms
from common.web import senders
from invitations.models import Invitation, NightLetter
from invitations.reasons import in_words

_STOPS = "SELECT COUNT(*) FROM invitations_stoppedaddress WHERE address = invitations_invitation.email"
WAITING, STOPPED, FAILED, KEPT = "waiting", "stopped", "failed", "kept"


def with_letters(invitations):
    """The queryset, with what this module looks at, and `stops`: whether the guest wants no letters."""
    return invitations.prefetch_related("letters__night").extra(select={"stops": _STOPS})


def told(invitation):
    """{"kind", "at", "starts"} of the last letter that went out to the guest, None for none.

    `kind` is "invited", "night", "moved", "changed", "cancelled", "withdrawn", "reminder", "ask" or
    "message"; `at` and `starts` are ms since 1970: when it went, and which start it told, None for none.
    """
    sent = [(letter.sent, _kind(letter), letter.starts) for letter in invitation.letters.all()
            if _arrived(letter)]
    if _arrived(invitation):
        sent.append((invitation.sent, "invited", _told_by(invitation)))
    if not sent:
        return None
    at, kind, starts = max(sent, key=lambda one: one[0])
    return {"kind": kind, "at": in_ms(at), "starts": in_ms(starts)}


def missed(invitation):
    """{"kind", "state", "reason", "starts"} of the news that the guest should have and has not; None for
    none.

    `kind` is one of those of `told`; `state` is "waiting" (a worker will send it), "stopped" (they want no
    letters), "failed", "kept" (there was no mail server); `reason` says why the last try failed, ""
    before the first; `starts` is the start that the letter tells (ms since 1970), None for none.
    """
    letters = missed_letters(invitation)
    if not letters:
        return None
    letter = letters[0]
    return {"kind": _kind(letter), "state": _state(letter), "reason": in_words(letter.last_error),
            "starts": in_ms(letter.starts)}


def missed_letters(invitation):
    """The NightLetters behind `missed`, the newest first: the last news of each night that the guest was
    asked to, for a date that was called off stays in a calendar beside a new one.
    """
    last = {}
    for letter in sorted(invitation.letters.all(), key=lambda letter: letter.pk):
        if letter.kind in NightLetter.NEWS:
            last[letter.night_id] = letter
    missing = [letter for letter in last.values() if _is_missing(letter) and _matters(letter, invitation)]
    return sorted(missing, key=lambda letter: -letter.pk)


def invited_anew(invitation):
    """Whether this guest, who was taken back, is invited to the same room by a later invitation."""
    return invitation.room_id is not None and _later(invitation).filter(_good()).exists()


def overtaken(letter, invitation):
    """Whether a later invitation of a guest who was taken back stands for the date that this letter would
    take away: they are invited to it again, or their calendar was told more since.
    """
    if letter.kind != NightLetter.WITHDRAWN or invitation.revoked is None:
        return False
    stands = Q(calendar_number__gt=letter.sequence)
    if letter.night.cancelled is None:
        stands |= _good()
    return _later(invitation).filter(stands, night=letter.night_id).exists()


def can_be_sent_again(letter):
    """Whether one more try may bring the news of a missed letter to its guest."""
    if letter.kept:
        return senders.letters_leave()
    return letter.failed is not None and letter.cause not in (letter.STOPPED, letter.UNWANTED)


def _later(invitation):
    return Invitation.objects.filter(room=invitation.room_id, email=invitation.email, pk__gt=invitation.pk)


def _good():
    return Q(revoked=None, declined=None) & (Q(expires__gt=timezone.now()) | Q(accepted__isnull=False))


def _matters(letter, invitation):
    """Whether the guest would still have to know."""
    if letter.night.ends <= timezone.now():
        return False
    if letter.kind in NightLetter.ENDS:
        return letter.cause != letter.UNWANTED and not overtaken(letter, invitation)
    if letter.kind == NightLetter.NIGHT and _knows(invitation, letter):
        return False  # the night was moved back to the date that they were told
    out = invitation.answer == "no" and invitation.night_id == letter.night_id  # they have seen the date
    gone = out or letter.night.cancelled or invitation.revoked or invitation.declined
    # An invitation that was sent once more has told the date.
    ended, went = letter.failed or letter.sent, invitation.sent if _arrived(invitation) else None
    newer = ended is not None and went is not None and went > ended
    return not gone and not newer


def _knows(invitation, letter):
    """Whether the last that the guest was told of this letter's night is the start that the letter tells."""
    said = [(one.sent, one.starts) for one in invitation.letters.all()
            if one.night_id == letter.night_id and one.kind not in NightLetter.ENDS and _arrived(one)]
    if _arrived(invitation) and invitation.night_id == letter.night_id:
        said.append((invitation.sent, _told_by(invitation)))
    return letter.starts is not None and bool(said) and max(
        said, key=lambda one: one[0])[1] == letter.starts


def _told_by(invitation):
    """The start in the calendar, unless a letter with it has come back: what was told before is not known."""
    back = [one.starts for one in invitation.letters.all() if one.sent is not None and one.failed is not None]
    return None if invitation.in_calendar in back else invitation.in_calendar


def _arrived(row):
    """Whether a letter went out, and did not come back."""
    return row.sent is not None and not row.kept and row.failed is None


def _is_missing(letter):
    return letter.due is not None or letter.kept or letter.failed is not None


def _state(letter):
    if letter.due is not None:
        return WAITING
    if letter.kept:
        return KEPT
    return STOPPED if letter.cause == letter.STOPPED else FAILED


def _kind(letter):
    return "moved" if letter.kind == NightLetter.NIGHT and letter.sequence > 0 else letter.kind
