"""What a host sees of an invitation: one word for its state,
and the message that brings it to the host's screen.
"""
from __future__ import unicode_literals

from common.compat import json_dumps
from game.models import Player
from game.rooms import services
from invitations.models import Invitation

# In the order of asking: the first stamp that is there is the status.
STAMPS = (("revoked", "revoked"), ("accepted", "joined"), ("declined", "declined"), ("failed", "failed"),
          ("opened", "opened"), ("sent", "sent"))


def status_of(invitation):
    """One of queued, sent, opened, joined, declined, failed, revoked."""
    return next((word for stamp, word in STAMPS if getattr(invitation, stamp) is not None), "queued")


def document(invitation):
    """{"id", "email", "name", "status", "reason", "answer", "player"}: what the host's page shows; "" means
    none.

    `reason` is why the last try failed, also while another is to come; `player` the nickname of who came.
    """
    return {"id": invitation.pk, "email": invitation.email, "name": invitation.name,
            "status": status_of(invitation),
            "reason": invitation.last_error, "answer": invitation.answer,
            "player": invitation.player.name if invitation.player else ""}


def tell(pk):
    """Bring the state of invitation `pk`, after the commit, to the screens of its sender in the room."""
    invitation = Invitation.objects.select_related("player").filter(pk=pk).first()
    if invitation is None or invitation.room_id is None:
        return
    seat = Player.objects.filter(room=invitation.room_id,
                                 user=invitation.sender_id).values_list("number", flat=True).first()
    if seat is not None:
        news = json_dumps({"type": "invitation", "invitation": document(invitation)})
        services.tell(invitation.room_id, seat, news)
