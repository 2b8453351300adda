"""The pages behind an invitation's link. Looking changes nothing but `opened`; everything else is a POST."""
from __future__ import unicode_literals

from functools import wraps

from django import forms
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.http import require_http_methods, require_POST

from common.codes import hue_of
from common.compat import gettext, gettext_lazy
from common.names import NAME_LENGTH, BadNameError, tidy_name
from game import rules
from game.rooms import services
from game.rooms.summary import summary_of
from game.seats import sessions
from game.seats.lookup import WRONG_CODES, count_wrong
from invitations import guests
from invitations.mail import dates, sanitize

STATUS = {"unknown": 404, guests.REVOKED: 410, guests.OVER: 410, guests.EXPIRED: 410, guests.KICKED: 403}


class NicknameForm(forms.Form):
    """A nickname, with its errors in the guest's language."""

    name = forms.CharField(max_length=4 * NAME_LENGTH, error_messages={
        "required": gettext_lazy("Give a name, so that the others know who you are.")})

    def clean_name(self):
        try:
            return tidy_name(self.cleaned_data["name"])
        except BadNameError:
            raise forms.ValidationError(gettext("Take a name of 1 to 24 letters, digits or emoji."))


def for_guests(view):
    """Call view(request, visit) in the guest's language; tell those who cannot come in why,
    and where to go.
    """
    @wraps(view)
    def find_and_call(request, key):
        invitation = guests.find(key)
        if invitation is None:
            count_wrong(request, WRONG_CODES)
            return render_closed(request, "unknown")
        visit = guests.visit(invitation, request.user, request.session)
        with translation.override(invitation.language):
            if visit.standing in guests.CLOSED:
                return render_closed(request, visit.standing, invitation)
            return view(request, visit)
    return find_and_call


@require_http_methods(["GET", "HEAD", "POST"])
@for_guests
def accept(request, visit):
    if visit.standing == guests.HERE and not visit.left:
        return redirect(visit.invitation.room)
    if request.method == "POST":
        return _come_in(request, visit)
    if request.method == "GET" and visit.standing != guests.ELSEWHERE:
        guests.open_letter(visit.invitation)
    return _render(request, visit)


@require_POST
@for_guests
def decline(request, visit):
    if visit.standing == guests.FREE:
        change = guests.think_again if "undo" in request.POST else guests.decline
        change(visit.invitation)
    return redirect(visit.invitation)


@require_POST
@for_guests
def answer(request, visit):
    if visit.standing == guests.ELSEWHERE:
        return _render(request, visit, status=409)
    try:
        guests.answer(visit.invitation, request.POST.get("answer"))
    except guests.NoSuchAnswerError:
        return _render(request, visit, status=400,
                       trouble=gettext("There is no such answer to give any more."))
    return redirect(visit.invitation)


@require_POST
@for_guests
def watch(request, visit):
    """Who is invited is asked for no password."""
    sessions.let_watch(request.session, visit.invitation.room)
    return redirect(visit.invitation.room)


def render_closed(request, why, invitation=None):
    """The page of an invitation that lets nobody in. Only who was let in once reads a name on it."""
    told = invitation is not None and why != guests.REVOKED
    return render(request, "invitations/gone.html", {
        "why": why, "sender": sanitize.harmless_line(invitation.sender_name) if told else "",
        "language": translation.get_language()}, status=STATUS[why])


def _come_in(request, visit):
    if visit.standing == guests.ELSEWHERE:
        return _render(request, visit, status=409)
    if visit.standing == guests.FREE:
        return _sit_down(request, visit)
    if visit.standing == guests.AWAY and request.POST.get("seat") != "%d" % visit.player.number:
        # They were offered a new seat, and another device took it first: they must know whose it is before it
        # moves.
        return redirect(visit.invitation)
    try:
        guests.continue_here(visit, request.user, request.session)
    except rules.InvalidMoveError as refusal:
        return _render(request, visit, status=409, full=refusal.code)
    except services.Busy:
        return _render(request, visit, status=409, trouble=_busy())
    return redirect(visit.invitation.room)


def _sit_down(request, visit):
    form = NicknameForm(request.POST)
    if not form.is_valid():
        return _render(request, visit, form, status=400)
    try:
        player = guests.sit_down(visit.invitation, form.cleaned_data["name"], request.user, request.session)
    except services.NameTakenError:
        form.add_error("name", gettext(
            "Somebody here has that name already. Add a letter, or take your middle name."))
        return _render(request, visit, form, status=409)
    except rules.InvalidMoveError as refusal:
        return _render(request, visit, form, status=409, full=refusal.code)
    except services.Busy:
        return _render(request, visit, form, status=409, trouble=_busy())
    # Too late for a seat of their own: the link's page knows what has happened to it.
    return redirect(visit.invitation.room if player is not None else visit.invitation)


def _render(request, visit, form=None, status=200, full="", trouble=""):
    invitation, room, night = visit.invitation, visit.invitation.room, guests.night_ahead(visit.invitation)
    seen = summary_of(room)
    return render(request, "invitations/%s.html" % _page_of(visit), {
        "invitation": invitation, "key": invitation.key, "code": room.code, "hue": hue_of(room.code),
        "sender": sanitize.harmless_line(invitation.sender_name),
        "note": sanitize.harmless_text(invitation.note),
        "phase": seen["phase"], "players": list(seen["players"].values()),
        "player": visit.player.name if visit.player else "",
        "seat": visit.player.number if visit.player else "",
        "left": visit.left, "night": _in_words(night) if night else None, "form": form or NicknameForm(),
        "name": form["name"].value() if form else guests.nickname(invitation, request.user),
        "full": full, "trouble": trouble, "language": translation.get_language()}, status=status)


def _in_words(night):
    return {"starts": night.starts, "day": dates.day(night.starts, night.zone),
            "clock": dates.clock(night.starts, night.zone), "zone": night.zone.replace("_", " ")}


def _page_of(visit):
    return {guests.FREE: "accept", guests.ELSEWHERE: "elsewhere"}.get(visit.standing, "back")


def _busy():
    return gettext("The table is very busy. Press once more.")
