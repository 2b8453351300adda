"""The pages people look at: home, room and TV. They find, check access, and render;
nothing is written here.
"""
from __future__ import unicode_literals

from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

from game import table_page
from game.codes import BadCodeError, read_code
from game.rendering import refuses_the_kicked, render_entrance, render_home, render_table
from game.rooms.summary import summary_of
from game.seats import sessions


@never_cache
@ensure_csrf_cookie
@require_safe
def home(request):
    return render_home(request)


@require_safe
def typed(request, typed):
    """The address of a room, typed in small letters."""
    try:
        return redirect("game:room", read_code(typed))
    except BadCodeError:
        raise Http404("This is no room's code.")


@never_cache
@ensure_csrf_cookie
@require_safe
@refuses_the_kicked
def room(request, room, player):
    """The table, or the entrance for who has no seat, or has left it, and may not watch."""
    summary, may_watch = summary_of(room), sessions.may_watch(request.session, room)
    is_seated = player is not None and "%d" % player.number in summary["players"]
    if not is_seated and not may_watch:
        return render_entrance(request, room, returning=player)
    document = table_page.for_player(request, room, player, summary["phase"] != "lobby", is_seated)
    return render_table(request, "game/room.html", room, document)


@never_cache
@ensure_csrf_cookie
@require_safe
@refuses_the_kicked
def tv(request, room, player):
    """The page for a big screen; whoever opens it may watch from then on.

    A room with a password asks for it first.
    """
    if room.password and player is None and not sessions.may_watch(request.session, room):
        return render_entrance(request, room)
    sessions.let_watch(request.session, room)
    return render_table(request, "game/tv.html", room, table_page.for_screen(room))
