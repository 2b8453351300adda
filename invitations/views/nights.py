"""The date of a room: what the host's panel asks to set it, move it and call it off.

Refusals as in panel.py.
"""
from __future__ import unicode_literals

import six
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_noop as N_
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from common.compat import gettext
from invitations import guests, remembered, same_guest, status
from invitations.hosting import missed, night_card, nights, notices, permissions, services
from invitations.mail import add_to_calendar
from invitations.panel import always_answers, answers, read_body, visitor

ANOTHER_DATE = N_("The date of room %s has changed, so your answer was not taken. "
                "Look at it, and answer once more.")
TEXTS = "title", "place", "note"


@never_cache
@require_safe
@answers
def shown(request, code):
    """{"night": night_card.document or null}: for whoever has a seat in the room; 404 for everybody else."""
    return _shown(_room_of_seat(request, code))


@never_cache
@require_safe
def calendar(request, code):
    """The night as a file for calendars: for whoever has a seat in the room."""
    night = nights.current(_room_of_seat(request, code))
    if night is None:
        raise Http404("This room has no date.")
    response = HttpResponse(add_to_calendar.file_of(night), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="game-night.ics"'
    return response


@require_POST
@answers
def answer(request, code):
    """Whoever sits there by an invitation answers: {"answer": "yes", "maybe" or "no", "plus": false,
    "starts": ms since 1970}.

    Answers {"night": night_card.document}; 404 for all others, 400 "bad_request" where `starts` is not the
    date any more.
    """
    invitation, asked = _invitation_of_seat(request, code), read_body(request)
    try:
        guests.answer(invitation, asked.get("answer"), asked.get("plus"), "%s" % asked.get("starts"))
    except (guests.NoSuchAnswerError, guests.AnotherDateError, TypeError):
        raise services.Refused("bad_request", gettext("The date has changed meanwhile. Look once more."))
    return _shown(invitation.room)


@require_POST
def answer_at_home(request, code):
    """The same by a form, which leads home again, where the answer stands, or why it was not taken; also for
    who has no seat and has answered by the link in this browser.
    """
    invitation, asked = _answered_before(request, code) or _invitation_of_seat(request, code), request.POST
    try:
        guests.answer(invitation, asked.get("answer"), "plus" in asked, "%s" % asked.get("starts"))
    except (guests.NoSuchAnswerError, guests.AnotherDateError):
        messages.warning(request, gettext(ANOTHER_DATE) % invitation.room.code)
    return redirect("game:home")


@require_POST
@answers
def set_night(request, code):
    """Set or move the night: {"starts": "2026-11-27T20:00", "zone": "Europe/Warsaw", "hours": 3,
    "title": "", "place": "", "note": "", "plus_one": false, "reason": "", "tell": false, "dry_run": false};
    all but the first two may be missing.

    `starts` is what the host's clock will show in `zone`, `reason` what letters of a moved night say; with
    `tell` guests get a letter of another place, length, title or note, too.
    Answers {"night": night_card.document, "letters": how many tell of it, "invitations": [status.document]}.
    A dry run changes nothing and answers {"change": "new", "moved" or "same"; "letters": how many would go,
    with "same" only if wished; "answers": how many would be asked for again; "changed": of "same", some of
    "place", "minutes", "title", "note"}. 400 "bad_night" says what to change.
    """
    room = _room_of_host(request, code)
    asked = read_body(request)
    zone, reason = asked.get("zone"), asked.get("reason", "")
    texts = {name: asked.get(name) for name in TEXTS}
    if not all(isinstance(text, six.text_type) for text in texts.values() if text is not None) or \
            not isinstance(reason, six.text_type):
        raise services.Refused("bad_request", "Title, place, note and reason are texts.")
    texts["plus_one"] = None if asked.get("plus_one") is None else bool(asked["plus_one"])
    try:
        starts, said = nights.when(asked.get("starts"), zone), nights.words(**texts)
        if asked.get("dry_run"):
            return nights.plan(room, starts, asked.get("hours", 3), said)._asdict()
        _, letters = nights.set_night(room, request.user, starts, zone, asked.get("hours", 3), reason, said,
                                      bool(asked.get("tell")))
    except nights.BadNightError as bad:
        raise services.Refused("bad_night", "%s" % bad)
    return _now(request, room, letters)


@require_POST
@always_answers
def cancel_night(request, code):
    """Call the night off. Answers like `set_night` with "night": null, also when there is none any more."""
    room = _room_of_host(request, code)
    night = nights.current(room)
    return _now(request, room, nights.cancel(night) if night else 0)


@require_POST
@answers
def send_again(request, code):
    """Send the news of the night again to all who missed it. Answers like `set_night`."""
    room = _room_of_host(request, code)
    return _now(request, room, missed.send_again(request.user, room))


@require_POST
@answers
def ask(request, code):
    """Ask all who have not answered whether they come. Answers like `set_night`."""
    room = _room_of_host(request, code)
    return _now(request, room, notices.ask(room))


@require_POST
@answers
def say(request, code):
    """Send a message to all guests of the night: {"text"}. Answers like `set_night`, with "plain": whether
    links in it became plain text.
    """
    room, text = _room_of_host(request, code), read_body(request).get("text")
    if not isinstance(text, six.text_type):
        raise services.Refused("bad_request", "The message is a text.")
    letters, plain = notices.say(room, text)
    return dict(_now(request, room, letters), plain=plain)


def _room_of_seat(request, code):
    return _seat(request, code)[0]


def _seat(request, code):
    room, player = visitor(request, code)
    if player is None or player.kicked:
        raise Http404("You have no seat here.")
    return room, player


def _invitation_of_seat(request, code):
    room, player = _seat(request, code)
    invitation = same_guest.of_seat(player)
    if invitation is None:
        raise Http404("You did not come by an invitation.")
    invitation.room = room
    return invitation


def _answered_before(request, code):
    """The Invitation by which this visitor, who has no seat in the room, has answered, or None."""
    room, player = visitor(request, code)
    mine = [one for one in remembered.of(request.session) if one.room_id == room.pk]
    return mine[0] if mine and player is None else None


def _room_of_host(request, code):
    room, player = visitor(request, code)
    standing = permissions.standing(player, request.user)
    if standing != "yes":
        raise services.Refused(standing)
    return room


def _shown(room):
    night = nights.current(room)
    return {"night": night_card.document(night) if night else None}


def _now(request, room, letters):
    return dict(_shown(room), letters=letters, invitations=[
        status.document(sent) for sent in permissions.sent_by(request.user, room)])
