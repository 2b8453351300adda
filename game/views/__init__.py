"""The pages people look at: home, room and TV. They find, check access, and render; nothing is written here."""
from __future__ import unicode_literals

from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from common.compat import json_loads, reverse
from game import seats
from game.access import find_room, hue_of
from game.forms import JoinForm, OpenForm, SeatForm, WatchForm
from game.models import Room

LISTED_ROOMS = 30


@never_cache
@ensure_csrf_cookie
@require_safe
def home(request):
    return render_home(request)


def render_home(request, join_form=None, open_form=None, status=200):
    """The home page, also with a form that did not go through."""
    return render(request, "game/home.html", {
        "join_form": join_form or JoinForm(auto_id="join_%s"),
        "open_form": open_form or OpenForm(auto_id="open_%s"),
        "my_rooms": [_my_room(player) for player in seats.my_seats(request.user, request.session)],
        "listed_rooms": [_listed_room(room) for room in Room.objects.filter(listed=True)[:LISTED_ROOMS]],
    }, status=status)


@never_cache
@ensure_csrf_cookie
@require_safe
def room(request, code):
    room = find_room(request, code)
    player = seats.seat_of(room, request.user, request.session)
    if player is not None and player.kicked:
        return render_door(request, room, kicked=True, status=403)
    if player is None and not seats.may_watch(request.session, room):
        return render_door(request, room)
    if player is not None and json_loads(room.state)["players"].get("%d" % player.number, {}).get(
            "presence", "left") == "left":
        return render_door(request, room, returning=player)
    return _render_table(request, "game/room.html", room, player)


@never_cache
@ensure_csrf_cookie
@require_safe
def tv(request, code):
    room = find_room(request, code)
    player = seats.seat_of(room, request.user, request.session)
    if player is not None and player.kicked:
        return render_door(request, room, kicked=True, status=403)
    if room.password and player is None and not seats.may_watch(request.session, room):
        return render_door(request, room)
    seats.open_door(request.session, room)
    return _render_table(request, "game/tv.html", room, None)


def render_door(request, room, seat_form=None, watch_form=None, kicked=False, returning=None, status=200):
    """The page of a room for somebody without a seat, also with a form that did not go through."""
    state = json_loads(room.state)
    people = [player["name"] for _, player in sorted(state["players"].items(), key=lambda item: int(item[0]))
              if player["presence"] != "left"]
    return render(request, "game/door.html", {
        "code": room.code, "hue": hue_of(room.code), "locked": bool(room.password), "kicked": kicked,
        "host": state["players"].get(state["host"], {}).get("name", ""), "players": people, "phase": state["phase"],
        "returning": returning.name if returning else "",
        "seat_form": seat_form or SeatForm(room, auto_id="seat_%s"),
        "watch_form": watch_form or WatchForm(room, auto_id="watch_%s"),
    }, status=status)


def _render_table(request, template, room, player):
    def absolute(name):
        return request.build_absolute_uri(reverse("game:" + name, args=[room.code]))
    return render(request, template, {
        "code": room.code, "hue": hue_of(room.code), "player": "%d" % player.number if player else "",
        "socket_path": "/ws/rooms/%s/" % room.code,
        "join_url": absolute("room"), "tv_url": absolute("tv"),
        "seat_url": request.build_absolute_uri(reverse("game:seat", args=[player.key])) if player else "",
        "qr_url": reverse("game:qr", args=[room.code]), "decks_url": reverse("game:decks", args=[room.code]),
        "seat_qr_url": reverse("game:seat_qr", args=[room.code]) if player else "",
        "history_url": reverse("game:history", args=[room.code]),
    })


def _my_room(player):
    state = json_loads(player.room.state)
    others = [other["name"] for number, other in sorted(state["players"].items(), key=lambda item: int(item[0]))
              if other["presence"] != "left" and number != "%d" % player.number]
    return {"code": player.room.code, "name": player.name, "phase": state["phase"], "players": others,
            "url": player.room.get_absolute_url(), "hue": hue_of(player.room.code)}


def _listed_room(room):
    state = json_loads(room.state)
    here = [player for player in state["players"].values() if player["presence"] in ("here", "gone")]
    return {"code": room.code, "host": state["players"].get(state["host"], {}).get("name", ""), "players": len(here),
            "locked": bool(room.password), "url": room.get_absolute_url(), "phase": state["phase"],
            "hue": hue_of(room.code)}
