"""What the scripts of a room's page and of its screen are told about where they are: one JSON document for
each.

{"code", "view": "room" or "tv", "player": a number as text or "", "signed_in", "socket": a path, "links":
{name: address}}, and for a room "rules": what can be chosen for a game (rules/documents/described.py),
"seats": how many people may sit here at once, "waits": whether this visitor waits for something, "returns":
the number of the seat that they have left to watch, "again": where the group goes on (going_on.where), for
the host "listing" (listing.wish), "sheet": the address of the styles that a lobby does not need, and "runs":
whether they are needed at once. In "invite_again", "revoke", "guest_link" and "guest_qr" 0 stands for the
invitation's number, in "forget_decks" for the set's.
"""
from __future__ import unicode_literals

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils.http import urlencode

from common import faces
from common.compat import gettext, reverse
from common.web import languages, sites
from game.realtime.handlers import SCREEN
from game.rooms import caps, going_on, listing
from game.rooms.summary import summary_of
from game.rules.documents.described import described
from game.seats import sessions

LATER_SHEET = "css/pages/room_later.css"  # comes with static/js/room/later_parts.js
OF_THE_ROOM = {
    "decks": "game:decks", "deck_of_code": "game:deck_of_code", "doubles": "game:doubles",
    "keep_decks": "game:keep_decks",
    "report": "game:report", "listing": "game:listing", "list_room": "game:list_room",
    "make_recap": "game:make_recap", "go_on": "game:go_on", "keep": "game:keep", "removed": "game:removed",
    "let_in": "game:let_in", "people": "game:people",
    "door": "game:door", "back": "game:back", "asks": "game:asks", "answer_ask": "game:answer_ask",
    "tv": "game:tv", "take_seat": "game:take_seat", "invitations": "invitations:document",
    "invite": "invitations:send", "send_code": "invitations:send_code",
    "confirm_code": "invitations:confirm_code",
    "night": "invitations:night",
    "cancel_night": "invitations:cancel_night",
    "night_again": "invitations:night_again", "night_shown": "invitations:night_shown",
    "night_answer": "invitations:night_answer",
    "night_ask": "invitations:night_ask", "night_say": "invitations:night_say"}
BESIDE_SHEET = "css/pages/beside.css"  # for what is said beside the game; no page begins with it
OF_AN_INVITATION = {"invite_again": "invitations:again", "revoke": "invitations:revoke",
                    "guest_link": "invitations:link", "guest_qr": "invitations:link_qr"}


def for_player(request, room, player, runs, is_seated=True):
    """The document for somebody at this device: with `player` (or None, who only watches) and what they can
    do. `runs`: whether a game was begun here; a player who is not seated has left to watch.
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
    return dict(document, rules=in_words(described()), seats=caps.seats_at_once(), again=again,
                listing=listing.wish(room) if hosts else None,
                waits=(player is None or not is_seated) and bool(sessions.visitor_of(request.session)),
                returns=number if not is_seated else "",
                sheet=staticfiles_storage.url(LATER_SHEET), runs=runs)


def in_words(rules):
    """What can be chosen for a game, in the language that is active."""
    options = [dict(option, label=gettext(option["label"]), sentence=gettext(option["sentence"]))
               for option in rules["options"]]
    for option in options:
        if "zero" in option:
            option["zero"] = gettext(option["zero"])
        if option["kind"] == "choice":
            option["values"] = [[value, gettext(words)] for value, words in option["values"]]
        option["conflicts"] = [dict(conflict, why=gettext(conflict["why"]))
                               for conflict in option["conflicts"]]
    return {"groups": [[name, gettext(title)] for name, title in rules["groups"]], "options": options,
            "presets": [dict(preset, name=gettext(preset["name"]), hint=gettext(preset["hint"]))
                        for preset in rules["presets"]]}


def for_screen(room):
    """The document for a big screen, which has no seat and tells nothing that is anybody's own."""
    return _document(room, "tv", "", False, "?view=%s" % SCREEN, {})


def _way_to_languages(room):
    """The page that asks for a language and leads back; "" where there is one alone."""
    if len(languages.of_pages()) < 2:
        return ""
    return "%s?%s" % (reverse("language"), urlencode({"next": room.get_absolute_url()}))


def _document(room, view, player, signed_in, query, links):
    public = {"home": reverse("game:home"), "language": _way_to_languages(room),
              "join": sites.address(reverse("game:room", args=[room.code])),
              "qr": reverse("game:qr", args=[room.code]),
              "history": reverse("game:history", args=[room.code]),
              "beside_sheet": staticfiles_storage.url(BESIDE_SHEET), "faces": faces.sprite()}
    return {"code": room.code, "view": view, "player": player, "signed_in": signed_in,
            "socket": "%s/ws/rooms/%s/%s" % (settings.SCRIPT_NAME, room.code, query),
            "links": dict(public, **links)}
