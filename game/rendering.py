"""Responses that are pages of the game: home, the page of a room for somebody without a seat, and the table.

Views share them: a form that did not go through is shown again on the page that it came from.
"""
from __future__ import unicode_literals

from functools import wraps

from django.shortcuts import render

from accounts.profiles import name_of
from common.codes import hue_of
from common.web import sites
from common.web.http import page_document
from common.web.middleware import opens_sockets
from decks.catalogue import sharing
from game import rules
from game.forms import JoinForm, OpenForm, SeatForm, WatchForm
from game.recap import preview
from game.rooms import caps, line, listing
from game.rooms.summary import summary_of
from game.seats import looks, sessions
from game.seats.lookup import find_visitor
from live.base import routes

LISTED_ROOMS = 3


def render_home(request, join_form=None, open_form=None, alone_problem="", status=200):
    """The home page, also with a form that did not go through."""
    seats = sessions.my_seats(request.user, request.session)
    nights, invited = _nights_of(seats), _nights_of_guests(request.session, seats)
    return render(request, "game/home.html", {
        "join_form": join_form or JoinForm(auto_id="join_%s"),
        "open_form": open_form or OpenForm(auto_id="open_%s", initial={"name": name_of(request.user)}),
        "alone_problem": alone_problem, "look": look_of_form(request),
        "my_rooms": invited + [_my_room(player, nights.get(player.room_id)) for player in seats],
        "night_ahead": bool(nights or invited),
        "deck": sharing.known(request.POST.get("deck") or request.GET.get("deck", ""), request.user,
                              request.session),
        "listed_rooms": listing.open_rooms()[:LISTED_ROOMS],
    }, status=status)


def render_entrance(request, room, seat_form=None, watch_form=None, kicked=False, returning=None, lost=None,
                    signs_in=False, status=200):
    """The page of a room for somebody without a seat, also with a form that did not go through.

    `lost` is {"name", "decides"} where they may ask for the seat of somebody who is away; `signs_in` says
    that the seat by that name belongs to an account.

    A room with a password shows its code alone until the password was given: who plays there is nobody else's
    business.
    """
    is_inside = sessions.may_watch(request.session, room)
    is_open = not room.password or returning is not None or is_inside
    seen = summary_of(room)
    inside = {"host": seen["host"], "here": seen["here"], "phase": seen["phase"],
              "full": _is_full(request, room, seen),
              "asks": seen["door"] == "ask" and bool(seen["players"])} if is_open else None
    return render(request, "game/entrance.html", {
        "inside": inside, "preview_words": preview.of_room(inside),
        "preview_url": sites.address(room.get_absolute_url()),
        "preview_origin": sites.address("/").rstrip("/"),
        "code": room.code, "hue": hue_of(room.code), "locked": bool(room.password), "kicked": kicked,
        "lost": lost, "signs_in": signs_in,
        "returning": returning.name if returning else "", "sign_in_next": room.get_absolute_url(),
        "seat_form": seat_form or SeatForm(room, auto_id="seat_%s", initial={"name": name_of(request.user)},
                                           is_inside=is_inside),
        "look": look_of_form(request, seen["looks"]),
        "watch_form": watch_form or WatchForm(room, auto_id="watch_%s"),
    }, status=status)


def look_of_form(request, taken=None):
    """The face and colour that a form begins with: those that were posted, else an offer."""
    posted = [request.POST.get(name, "")[:3] for name in ("face", "colour")]
    if all(number.isdigit() for number in posted) and rules.is_look(*[int(number) for number in posted]):
        return {"face": int(posted[0]), "colour": int(posted[1])}
    return looks.offered(request.user, request.session, taken or {})


def _is_full(request, room, seen):
    """Whether there is no seat for this visitor, also because those that are free are held for others."""
    seated = len(seen["players"])
    held = line.held_for_others(room.pk, seated, sessions.visitor_of(request.session))
    return seated + held >= caps.seats_at_once()


def refuses_the_kicked(view):
    """Decorates view(request, room, player): calls it with the room of an address and the visitor's Player,
    None without a seat.

    Whom the host has kicked gets the entrance, which says so, instead. Raises Http404, TooManyTriesError.
    """
    @wraps(view)
    def guarded(request, code):
        room, player = find_visitor(request, code)
        if player is not None and player.kicked:
            return render_entrance(request, room, kicked=True, status=403)
        return view(request, room, player)
    return guarded


def render_table(request, template, room, document):
    """A page that opens a socket; `document` is what its script begins with (table_page)."""
    context = {"code": room.code, "hue": hue_of(room.code), "document": page_document(document)}
    return opens_sockets(render(request, template, context))


def _nights_of(seats):
    """{room id: what an app above the game says of its night to these Players}, asked of
    routes().NIGHTS_OF_ROOMS.
    """
    found = {}
    for nights_of in getattr(routes(), "NIGHTS_OF_ROOMS", ()):
        found.update(nights_of(seats))
    return found


def _nights_of_guests(session, seats):
    """Rooms as `_my_room` has them, of the nights to which this session is invited without a seat, asked of
    routes().NIGHTS_OF_GUESTS; `invited_by` says by whom.
    """
    taken = {player.room_id for player in seats}
    return [{"code": code, "invited_by": name, "url": url, "night": night, "hue": hue_of(code)}
            for nights_of in getattr(routes(), "NIGHTS_OF_GUESTS", ())
            for code, name, url, night in nights_of(session, taken)]


def _my_room(player, night):
    seen = summary_of(player.room)
    others = [name for number, name in seen["players"].items() if number != "%d" % player.number]
    return {"code": player.room.code, "name": player.name, "phase": seen["phase"], "players": others,
            "url": player.room.get_absolute_url(), "night": night, "hue": hue_of(player.room.code),
            "over": seen["phase"] == "game_over",
            "hosts": seen["host"] and seen["host"] == seen["players"].get("%d" % player.number)}

