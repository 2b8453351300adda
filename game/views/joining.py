"""Coming in: find a room by its code, open one, take a seat, watch. Every change is a POST."""
from __future__ import unicode_literals

from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from accounts.profiles import name_of
from common.compat import gettext as _
from decks.catalogue import sharing
from game import rules
from game.forms import JoinForm, OpenForm, SeatForm, WatchForm
from game.models import Room
from game.realtime import error_messages
from game.rendering import refuses_the_kicked, render_entrance, render_home
from game.rooms import alone, caps, cleanup, line, newcomers, seat_requests, services
from game.seats import looks, sessions
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
        form.add_error("code", _("There is no room %s. Look at the host's screen once more.") % code)
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
                                    form.cleaned_data["listed"], *services.first_decks(deck),
                                    look=_look(request, form))
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
def open_alone(request):
    """A game with two bots, at once and without a question."""
    try:
        caps.count_room(request, False)
        player = alone.open_alone(name_of(request.user), request.user,
                                  looks.remembered(request.user, request.session))
    except caps.OverCapError as refusal:
        return _later(_home_with(request, refusal.message, 429), refusal.wait)
    except services.Busy as refusal:
        return _home_with(request, error_messages.message(refusal.code), 409)
    sessions.remember(request.session, player)
    cleanup.request_cleanup()
    return redirect(player.room)


@require_POST
@refuses_the_kicked
def take_seat(request, room, player):
    """A new seat under the name of the form; who has one already sits down again."""
    if player is not None:
        return _sit_down_again(request, room, player)
    is_inside = sessions.may_watch(request.session, room)
    form = SeatForm(room, request.POST, auto_id="seat_%s", is_inside=is_inside)
    if not _is_let_in(request, room, form):
        return render_entrance(request, room, seat_form=form, status=400)
    try:
        caps.count_seat(request)
        visitor = sessions.visitor_of(request.session)
        player = services.join(room, form.cleaned_data["name"], request.user, visitor=visitor,
                               look=_look(request, form), let_in=newcomers.is_let_in(room, visitor))
    except caps.OverCapError as refusal:
        form.add_error(None, refusal.message)
        return _later(render_entrance(request, room, seat_form=form, status=429), refusal.wait)
    except services.NameTakenError:
        return _name_is_taken(request, room, form)
    except (rules.InvalidMoveError, services.Busy) as refusal:
        if refusal.code == "asks_first":
            return _ask_first(request, room, form)
        form.add_error(None, error_messages.message(refusal.code, **refusal.data))
        return render_entrance(request, room, seat_form=form, status=409)
    sessions.remember(request.session, player)
    _wait_no_more(room, visitor)
    return redirect(room)


@require_POST
@refuses_the_kicked
def watch(request, room, player):
    """Let this session watch the room, after its password where it has one; with `line`, and wait for a
    seat.
    """
    form = WatchForm(room, request.POST, auto_id="watch_%s", is_inside=player is not None)
    if not _is_let_in(request, room, form):
        return render_entrance(request, room, watch_form=form, status=400)
    sessions.let_watch(request.session, room)
    if "line" in request.POST:
        line.wait(room.pk, sessions.mark(request.session))
    return redirect(room)


def _ask_first(request, room, form):
    """Whoever hosts is asked; the table's page, where they watch meanwhile, tells what comes of it."""
    try:
        caps.count_newcomer(request, room)
        newcomers.ask(room, form.cleaned_data["name"], sessions.mark(request.session), _look(request, form))
    except (caps.OverCapError, seat_requests.NotAskableError) as refusal:
        form.add_error(None, refusal.message)
        return render_entrance(request, room, seat_form=form, status=409)
    sessions.let_watch(request.session, room)
    return redirect(room)


def _look(request, form):
    """The face and colour that were chosen; else those of before."""
    return form.look() or looks.remembered(request.user, request.session)


def _name_is_taken(request, room, form):
    """Somebody here has the name; perhaps it is the visitor, who has come without the key of their seat."""
    if room.password:  # they have given it, and asking for the seat does not ask for it again
        sessions.let_watch(request.session, room)
    try:
        player, decides = seat_requests.askable(room, form.cleaned_data["name"])
    except seat_requests.NotAskableError as refusal:
        form.add_error("name", refusal.message)
        return render_entrance(request, room, seat_form=form, signs_in=refusal.signs_in, status=409)
    lost = {"name": player.name, "decides": decides}
    return render_entrance(request, room, seat_form=form, lost=lost, status=409)


def _wait_no_more(room, visitor):
    """They have a seat."""
    if visitor:
        line.leave(room.pk, visitor)
        seat_requests.withdraw(room, visitor)


def _sit_down_again(request, room, player):
    """Somebody who left, or who pressed the button twice."""
    count_of_seat(player, RETURNS)
    visitor = sessions.visitor_of(request.session)
    try:
        services.come_back(player, visitor=visitor)
        _wait_no_more(room, visitor)
    except (rules.InvalidMoveError, services.Busy) as refusal:
        if refusal.code != "not_now":  # they had not left
            form = SeatForm(room, {"name": player.name}, auto_id="seat_%s")
            form.add_error(None, error_messages.message(refusal.code, **refusal.data))
            return render_entrance(request, room, seat_form=form, returning=player, status=409)
    return redirect(room)


def _is_let_in(request, room, form):
    if not form.is_valid():
        return False
    if "password" not in form.fields:
        return True
    refuse_guessers(request, WRONG_PASSWORDS)
    if sessions.password_fits(room, form.cleaned_data["password"]):
        return True
    count_wrong(request, WRONG_PASSWORDS)
    form.add_error("password", _("That is not the password of this room. The host knows it."))
    return False


def _home_with(request, message, status):
    return render_home(request, alone_problem=message, status=status)


def _later(response, seconds):
    response["Retry-After"] = "%d" % seconds
    return response
