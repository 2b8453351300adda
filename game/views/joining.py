"""Coming in: find a room by its code, open one, take a seat, watch. Every change is a POST."""
from __future__ import unicode_literals

from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from decks.catalogue import sharing
from game import rules
from game.forms import JoinForm, OpenForm, SeatForm, WatchForm
from game.models import Room
from game.realtime import error_messages
from game.rendering import refuses_the_kicked, render_entrance, render_home
from game.rooms import caps, cleanup, services
from game.seats import sessions
from game.seats.lookup import (
    RETURNS,
    WRONG_CODES,
    WRONG_PASSWORDS,
    count_of_seat,
    count_wrong,
    refuse_guessers,
    refuse_guessers_of_codes,
)


@require_POST
def join(request):
    """Go to the page of the room whose code was typed."""
    form = JoinForm(request.POST, auto_id="join_%s")
    if not form.is_valid():
        return render_home(request, join_form=form, status=400)
    code = form.cleaned_data["code"]
    refuse_guessers_of_codes(request, code)
    room = Room.objects.filter(code=code).first()
    if room is None:
        count_wrong(request, WRONG_CODES)
        form.add_error("code", "There is no room %s. Look at the host's screen once more." % code)
        return render_home(request, join_form=form, status=404)
    return redirect(room)


@require_POST
def open_room(request):
    """A new room with the visitor as its host."""
    form = OpenForm(request.POST, auto_id="open_%s")
    if not form.is_valid():
        return render_home(request, open_form=form, status=400)
    deck = sharing.known(form.cleaned_data["deck"], request.user, request.session)
    try:
        caps.count_room(request, form.cleaned_data["listed"])
        player = services.open_room(form.cleaned_data["name"], request.user, form.cleaned_data["password"],
                                    form.cleaned_data["listed"], *services.first_decks(deck))
    except caps.OverCapError as refusal:
        form.add_error(refusal.field, refusal.message)
        return _later(render_home(request, open_form=form, status=429), refusal.wait)
    except services.Busy as refusal:
        form.add_error(None, error_messages.message(refusal.code))
        return render_home(request, open_form=form, status=409)
    sessions.remember(request.session, player)
    cleanup.request_cleanup()
    return redirect(player.room)


@require_POST
@refuses_the_kicked
def take_seat(request, room, player):
    """A new seat under the name of the form; who has one already sits down again."""
    if player is not None:
        return _sit_down_again(request, room, player)
    form = SeatForm(room, request.POST, auto_id="seat_%s")
    if not _is_let_in(request, room, form):
        return render_entrance(request, room, seat_form=form, status=400)
    try:
        caps.count_seat(request)
        player = services.join(room, form.cleaned_data["name"], request.user)
    except caps.OverCapError as refusal:
        form.add_error(None, refusal.message)
        return _later(render_entrance(request, room, seat_form=form, status=429), refusal.wait)
    except services.NameTakenError:
        form.add_error("name", "Somebody here has that name already. Add a letter, or take your middle name.")
        return render_entrance(request, room, seat_form=form, status=409)
    except (rules.InvalidMoveError, services.Busy) as refusal:
        form.add_error(None, error_messages.message(refusal.code, **refusal.data))
        return render_entrance(request, room, seat_form=form, status=409)
    sessions.remember(request.session, player)
    return redirect(room)


@require_POST
@refuses_the_kicked
def watch(request, room, player):
    """Let this session watch the room, after its password where it has one."""
    form = WatchForm(room, request.POST, auto_id="watch_%s")
    if not _is_let_in(request, room, form):
        return render_entrance(request, room, watch_form=form, status=400)
    sessions.let_watch(request.session, room)
    return redirect(room)


def _sit_down_again(request, room, player):
    """Somebody who left, or who pressed the button twice."""
    count_of_seat(player, RETURNS)
    try:
        services.come_back(player)
    except (rules.InvalidMoveError, services.Busy) as refusal:
        if refusal.code != "not_now":  # they had not left
            form = SeatForm(room, {"name": player.name}, auto_id="seat_%s")
            form.add_error(None, error_messages.message(refusal.code, **refusal.data))
            return render_entrance(request, room, seat_form=form, returning=player, status=409)
    return redirect(room)


def _is_let_in(request, room, form):
    if not form.is_valid():
        return False
    if room.password:
        refuse_guessers(request, WRONG_PASSWORDS)
    if sessions.password_fits(room, form.cleaned_data.get("password", "")):
        return True
    count_wrong(request, WRONG_PASSWORDS)
    form.add_error("password", "That is not the password of this room. The host knows it.")
    return False


def _later(response, seconds):
    response["Retry-After"] = "%d" % seconds
    return response
