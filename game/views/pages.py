"""The pages people look at: home, room and TV. They find, check access, and render; nothing is written here."""
from __future__ import unicode_literals

from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from game import table_page
from game.rendering import render_door, render_home, render_table
from game.rooms.summary import summary_of
from game.seats import sessions
from game.seats.lookup import find_room


@never_cache
@ensure_csrf_cookie
@require_safe
def home(request):
    return render_home(request)


@never_cache
@ensure_csrf_cookie
@require_safe
def room(request, code):
    room = find_room(request, code)
    player = sessions.seat_of(room, request.user, request.session)
    if player is not None and player.kicked:
        return render_door(request, room, kicked=True, status=403)
    if player is None and not sessions.may_watch(request.session, room):
        return render_door(request, room)
    if player is not None and "%d" % player.number not in summary_of(room)["players"]:
        return render_door(request, room, returning=player)
    return render_table(request, "game/room.html", room, table_page.for_player(request, room, player))


@never_cache
@ensure_csrf_cookie
@require_safe
def tv(request, code):
    room = find_room(request, code)
    player = sessions.seat_of(room, request.user, request.session)
    if player is not None and player.kicked:
        return render_door(request, room, kicked=True, status=403)
    if room.password and player is None and not sessions.may_watch(request.session, room):
        return render_door(request, room)
    sessions.open_door(request.session, room)
    return render_table(request, "game/tv.html", room, table_page.for_screen(room))
