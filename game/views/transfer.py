"""The personal link: it moves a seat to the device that opens it.

Looking changes nothing; only the POST does.
"""
from __future__ import unicode_literals

from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods

from common.codes import hue_of
from game.rendering import render_entrance
from game.rooms import seat_transfer
from game.seats import sessions
from game.seats.lookup import MOVES_OF_A_SEAT, count_of_seat, find_seat


@never_cache
@ensure_csrf_cookie
@require_http_methods(["GET", "HEAD", "POST"])
def seat(request, key):
    player = find_seat(request, key)
    here = sessions.seat_of(player.room, request.user, request.session)
    if here is not None and here.kicked:
        return render_entrance(request, player.room, kicked=True, status=403)
    if here == player and request.method == "POST":
        return redirect(player.room)
    if request.method != "POST":
        return render(request, "game/seat.html", {
            "code": player.room.code, "hue": hue_of(player.room.code), "name": player.name,
            "here": here == player})
    count_of_seat(player, MOVES_OF_A_SEAT)
    return redirect(seat_transfer.move_here(request.session, player).room)
