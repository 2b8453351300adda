"""What a host sees of an invitation: one word for its state,
and the message that brings it to the host's screen.
"""
from __future__ import unicode_literals

from django.utils import timezone

from common.clock import in_ms
from common.compat import gettext, json_dumps
from common.email_addresses import readable
from game.models import Player
from game.rooms import services
from invitations import fate
from invitations.models import Invitation, StoppedAddress
from invitations.reasons import in_words
from invitations.words import STATES

# In the order of asking: the first stamp that is there is the status.
STAMPS = (("revoked", "revoked"), ("accepted", "joined"), ("declined", "declined"), ("failed", "failed"),
          ("opened", "opened"), ("sent", "sent"))


def status_of(invitation):
    """One of queued, sent, kept, opened, joined, declined, failed, revoked."""
    word = next((word for stamp, word in STAMPS if getattr(invitation, stamp) is not None), "queued")
    return "kept" if word == "sent" and invitation.kept else word


def word_of(invitation):
    """The same in the word that people read."""
    return gettext(STATES[status_of(invitation)])


def document(invitation):
    """{"id", "email", "name", "status", "reason", "answer", "player", "seat", "told", "missed", "goes",
    "stops", "same_as"}, as the host's page shows it; "" means none.

    `reason` is why the last try of the invitation failed, also while another is to come; `player` the
    nickname of who came, and `seat` their number at the table, which knows whether they are there now; `told`
    and `missed` are those of fate.py; `goes` is when a letter goes that waits for its turn (ms since 1970),
    None for all others. `stops` says that they want no letters any more, `same_as` which
    invitation (an id) is the same guest's and counts for both, None for none.
    """
    return {"id": invitation.pk, "email": readable(invitation.email), "name": invitation.name,
            "status": status_of(invitation),
            "reason": in_words(invitation.last_error), "answer": invitation.answer,
            "player": invitation.player.name if invitation.player else "",
            "seat": "%d" % invitation.player.number if invitation.player else "",
            "told": fate.told(invitation), "missed": fate.missed(invitation), "goes": _goes(invitation),
            "stops": _stops(invitation), "same_as": invitation.same_as_id}


def _stops(invitation):
    if hasattr(invitation, "stops"):  # of fate.with_letters
        return bool(invitation.stops)
    return StoppedAddress.objects.filter(address=invitation.email).exists()


def _goes(invitation):
    waits = invitation.due is not None and invitation.attempts == 0 and invitation.due > timezone.now()
    return in_ms(invitation.due) if waits else None


def tell(pk):
    """Bring the state of invitation `pk`, after the commit, to the screens of its sender in the room."""
    invitation = fate.with_letters(Invitation.objects.select_related("player")).filter(pk=pk).first()
    if invitation is None or invitation.room_id is None or invitation.sender_id is None:
        return
    seat = Player.objects.filter(room=invitation.room_id,
                                 user=invitation.sender_id).values_list("number", flat=True).first()
    if seat is not None:
        news = json_dumps({"type": "invitation", "invitation": document(invitation)})
        services.tell(invitation.room_id, seat, news)
