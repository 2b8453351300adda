"""Waiting without a seat: in line for a free one, or for the answer whether one's own seat may be had back.
And the answer of who decides that.

People ask from the entrance; the rest is what scripts of the table's page send.
"""
from __future__ import unicode_literals

from django.http import Http404, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from common.compat import gettext as _
from common.limits import ratelimits
from common.web.http import client_address, json_of_body
from game import rules
from game.forms import SeatForm
from game.moves import batches
from game.realtime import error_messages
from game.rendering import refuses_the_kicked, render_entrance
from game.rooms import caps, line, newcomers, seat_requests, services
from game.seats import sessions
from game.seats.lookup import find_admitted

# Each page of somebody who waits looks every few seconds; a whole class may wait behind one address.
LOOKS = "240/m"


@require_POST
@refuses_the_kicked
def ask(request, room, player):
    """Ask for the seat of who has the name of the form; the table's page tells what comes of it."""
    if player is not None or room.password and not sessions.may_watch(request.session, room):
        return redirect(room)
    form = SeatForm(room, request.POST, auto_id="seat_%s", is_inside=True)
    if not form.is_valid():
        return render_entrance(request, room, seat_form=form, status=400)
    try:
        caps.count_request(request, room)
        seat_requests.ask(room, form.cleaned_data["name"], sessions.mark(request.session))
    except (caps.OverCapError, seat_requests.NotAskableError) as refusal:
        form.add_error("name", refusal.message)
        return render_entrance(request, room, seat_form=form, status=409)
    sessions.let_watch(request.session, room)
    return redirect(room)


@require_POST
def wait(request, code):
    """{"do": "look", "wait", "leave" or "withdraw"}: how it stands with a visitor who watches, after they
    have joined the line, left it, or asked for a seat no more. Whoever has left their seat is one of them.

    Answers {"line": line.look, "request": seat_requests.mine, "full"}, or {"seated": true}.
    """
    room, player = find_admitted(request, code)
    people = rules.people_seated(batches.load(room.pk).state)
    if player is not None and "%d" % player.number in people:
        return JsonResponse({"seated": True})
    sessions.let_watch(request.session, room)
    if ratelimits.hit("door-looks", client_address(request), LOOKS):
        return JsonResponse({"message": _("Many people wait behind your network. Trying again.")}, status=429)
    wanted = json_of_body(request).get("do")
    if wanted == "wait":
        line.wait(room.pk, sessions.mark(request.session))
    visitor = sessions.visitor_of(request.session)
    seated = len(people)
    if wanted == "leave":
        line.leave(room.pk, visitor)
    if wanted == "withdraw" or wanted == "leave" and newcomers.is_let_in(room, visitor):
        seat_requests.withdraw(room, visitor)
    mine, held = line.look(room.pk, seated, visitor), line.held_for_others(room.pk, seated, visitor)
    full = seated + held >= caps.seats_at_once()
    if full and mine is None and newcomers.wait_in_line(room, visitor):
        mine = line.look(room.pk, seated, visitor)
    return JsonResponse({"line": mine, "request": seat_requests.mine(room, visitor), "full": full})


@require_POST
def back(request, code):
    """Sit down in the seat that was given back, or take the new one after a yes. Answers {"seated"}: whether
    that could be, and where it could not perhaps {"message"}.
    """
    room, player = find_admitted(request, code)
    visitor = sessions.visitor_of(request.session)
    try:
        player = (player or seat_requests.claim(room, request.session, visitor)
                  or newcomers.sit_down(room, request.session, visitor, request.user))
    except (rules.InvalidMoveError, services.Busy) as refusal:
        why = error_messages.message(refusal.code, **refusal.data)
        return JsonResponse({"seated": False, "message": why})
    return JsonResponse({"seated": player is not None})


@never_cache
@require_safe
def asks(request, code):
    """{"asks": seat_requests.questions} for whoever has a seat."""
    room, number = _decider(request, code)
    return JsonResponse({"asks": seat_requests.questions(room, number)})


@require_POST
def answer(request, code):
    """{"id", "yes": true or false}. Answers {"asks", "message"}."""
    room, number = _decider(request, code)
    document = json_of_body(request)
    pk, yes = document.get("id"), document.get("yes")
    fits = isinstance(pk, int) and not isinstance(pk, bool) and isinstance(yes, bool)
    done = fits and seat_requests.answer(room, number, pk, yes)
    said = (_("They get the seat.") if yes else _("They hear your no.")) if done else _("That is settled "
                                                                                        "already.")
    return JsonResponse({"asks": seat_requests.questions(room, number), "message": said})


def _decider(request, code):
    room, player = find_admitted(request, code)
    if player is None:
        raise Http404("Only the table decides.")
    return room, "%d" % player.number
