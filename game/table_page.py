"""What the scripts of a room's page and of its screen are told about where they are: one JSON document for
each.

{"code", "view": "room" or "tv", "player": a number as text or "", "signed_in", "socket": a path, "links":
{name: address}}, and for a room "rules": what can be chosen for a game (rules/described.py), "seats": how
many people may sit here at once, "waits": whether this visitor waits for something, "again": where the
group goes on (going_on.where), and for the host "listing" (listing.wish). In "invite_again", "revoke",
"guest_link" and "guest_qr" 0 stands for the invitation's number, in "forget_decks" for the set's.
"""
from __future__ import unicode_literals

from django.conf import settings
from django.utils.http import urlencode

from common.compat import reverse
from common.web import sites
from game.realtime.handlers import SCREEN
from game.rooms import caps, going_on, listing
from game.rooms.summary import summary_of
from game.rules.described import described
from game.seats import sessions

OF_THE_ROOM = {
    "decks": "game:decks", "deck_of_code": "game:deck_of_code", "doubles": "game:doubles",
    "keep_decks": "game:keep_decks",
    "report": "game:report", "listing": "game:listing", "list_room": "game:list_room",
    "make_recap": "game:make_recap", "go_on": "game:go_on",
    "removed": "game:removed", "let_in": "game:let_in",
    "door": "game:door", "back": "game:back", "asks": "game:asks", "answer_ask": "game:answer_ask",
    "tv": "game:tv", "take_seat": "game:take_seat", "invitations": "invitations:document",
    "invite": "invitations:send", "send_code": "invitations:send_code",
    "confirm_code": "invitations:confirm_code",
    "night": "invitations:night",
    "cancel_night": "invitations:cancel_night",
    "night_again": "invitations:night_again", "night_shown": "invitations:night_shown",
    "night_answer": "invitations:night_answer",
    "night_ask": "invitations:night_ask", "night_say": "invitations:night_say"}
OF_AN_INVITATION = {"invite_again": "invitations:again", "revoke": "invitations:revoke",
                    "guest_link": "invitations:link", "guest_qr": "invitations:link_qr"}


def for_player(request, room, player):
    """The document for somebody at this device: with `player` (or None,
    who only watches) and what they can do.
    """
    links = {name: reverse(view, args=[room.code]) for name, view in OF_THE_ROOM.items()}
    links.update({name: reverse(view, args=[0]) for name, view in OF_AN_INVITATION.items()},
                 forget_decks=reverse("game:forget_decks", args=[0]))
    if player is not None:
        links.update(seat=sites.address(reverse("game:seat", args=[player.key])),
                     seat_qr=reverse("game:seat_qr", args=[room.code]))
        if request.user.pk is None:
            then_here = urlencode({"next": room.get_absolute_url()})
            links["sign_up"] = "%s?%s" % (reverse("account_signup"), then_here)
    number = "%d" % player.number if player else ""
    document = _document(room, "room", number, bool(request.user.pk), "", links)
    again = going_on.where(room) if player is not None else None
    seen = summary_of(room)
    hosts = bool(number and seen["host"]) and seen["players"].get(number) == seen["host"]
    return dict(document, rules=described(), seats=caps.seats_at_once(), again=again,
                listing=listing.wish(room) if hosts else None,
                waits=player is None and bool(sessions.visitor_of(request.session)))


def for_screen(room):
    """The document for a big screen, which has no seat and tells nothing that is anybody's own."""
    return _document(room, "tv", "", False, "?view=%s" % SCREEN, {})


def _document(room, view, player, signed_in, query, links):
    public = {"home": reverse("game:home"), "join": sites.address(reverse("game:room", args=[room.code])),
              "qr": reverse("game:qr", args=[room.code]),
              "history": reverse("game:history", args=[room.code])}
    return {"code": room.code, "view": view, "player": player, "signed_in": signed_in,
            "socket": "%s/ws/rooms/%s/%s" % (settings.SCRIPT_NAME, room.code, query),
            "links": dict(public, **links)}
