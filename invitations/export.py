"""What the download of somebody's data holds of invitations, column by column, and why not the others."""
from __future__ import unicode_literals

from accounts import verified_addresses
from invitations import status
from invitations.models import (
    GameNight,
    Invitation,
    NightLetter,
    Notice,
    Postage,
    RecapLetter,
    StoppedAddress,
)

OF_A_GUEST = ("created", "sender_name", "email", "name", "language", "note", "answer", "plus", "opened",
              "accepted", "declined", "revoked", "expires", "in_calendar")
# What became of a letter is its sender's to know.
OF_A_LETTER = "sent", "kept", "failed", "last_error", "cause"
COLUMNS = {
    Invitation: OF_A_GUEST + OF_A_LETTER,
    GameNight: ("created", "starts", "minutes", "zone", "title", "place", "note", "plus_one", "moved_from",
                "reason", "cancelled"),
    Notice: ("created", "kind", "text"),
    NightLetter: ("created", "kind", "starts") + OF_A_LETTER,
    RecapLetter: ("created",) + OF_A_LETTER,
    Postage: ("created", "address"),
    StoppedAddress: ("created", "address"),
}
OURS = "a number of the database"
POSTING = "how workers share their work"
INSIDE = "the row stands inside that of its night or invitation"
OWNER = "it is whose data these are"
CODE = "the code of the room is there"
COUNT = "it counts for calendars"
LEFT_OUT = {
    Invitation: {
        "id": OURS, "key": "whoever has it has the guest's seat", "sender": OWNER, "room": CODE,
        "night": "nights are listed by themselves", "player": "the game tells of seats",
        "same_as": "the other invitation is listed by itself",
        "calendar_number": COUNT, "due": POSTING, "claimed": POSTING, "attempts": POSTING},
    GameNight: {
        "id": OURS, "host": OWNER, "room": CODE, "uid": "calendars tell nights apart by it",
        "sequence": COUNT, "quiet_changes": COUNT},
    Notice: {"id": OURS, "night": INSIDE},
    NightLetter: {
        "id": OURS, "invitation": INSIDE, "night": INSIDE, "notice": "notices are listed with their night",
        "sequence": COUNT, "due": POSTING, "claimed": POSTING, "attempts": POSTING},
    RecapLetter: {"id": OURS, "invitation": INSIDE, "recap": "the game tells of links", "due": POSTING,
                  "claimed": POSTING, "attempts": POSTING},
    Postage: {"id": OURS, "host": OWNER},
    StoppedAddress: {"id": OURS},
}


def of(user):
    """{name: plain JSON data}: invitations sent and received, without their keys, game nights, letters that
    count for the limit, and addresses that want no letters.
    """
    addresses = verified_addresses.addresses_of(user)
    sent, received = _invitations(sender=user), _invitations(email__in=addresses)
    nights = GameNight.objects.filter(host=user).select_related("room").defer("room__state")
    stopped = StoppedAddress.objects.filter(address__in=addresses).order_by("address")
    return {
        "invitations_sent": [dict(_invitation(one), letters=_rows(one.letters.all()),
                                  recaps=_rows(one.recap_letters.all()))
                             for one in sent.prefetch_related("letters", "recap_letters")],
        "invitations_received": [_invitation(one, OF_A_GUEST) for one in received],
        "game_nights": [dict(_row(night), room=_code(night), notices=_rows(night.notices.all()))
                        for night in nights.prefetch_related("notices")],
        "letters_counted": _rows(Postage.objects.filter(host=user).order_by("pk")),
        "addresses_without_letters": _rows(stopped),
    }


def _invitations(**whose):
    return Invitation.objects.filter(**whose).select_related("room").defer("room__state")


def _invitation(invitation, columns=COLUMNS[Invitation]):
    return dict(_row(invitation, columns), room=_code(invitation), status=status.status_of(invitation))


def _rows(rows):
    return [_row(row) for row in rows]


def _row(row, columns=None):
    return {name: _plain(getattr(row, name)) for name in columns or COLUMNS[type(row)]}


def _plain(value):
    return value.isoformat() if hasattr(value, "isoformat") else value


def _code(row):
    return row.room.code if row.room else ""
