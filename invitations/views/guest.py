"""The pages behind an invitation's link. Looking changes nothing; everything that does is a POST."""
from __future__ import unicode_literals

import re
from functools import wraps

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common.codes import hue_of
from common.compat import gettext, gettext_lazy, reverse
from common.names import NAME_LENGTH, BadNameError, tidy_name
from common.web.languages import of_letter
from game import rules
from game.codes import KEY_LENGTH
from game.forms import LookFields
from game.rendering import look_of_form
from game.rooms import services
from game.rooms.summary import summary_of
from game.seats import sessions
from game.seats.lookup import WRONG_CODES, count_wrong
from invitations import guests, joining, links, nicknames, night_words, remembered
from invitations.hosting import night_card
from invitations.mail import add_to_calendar, sanitize

STATUS = {"unknown": 404, "broken": 400, guests.REVOKED: 410, guests.OVER: 410, guests.EXPIRED: 410,
          guests.KICKED: 403, guests.HOST_GONE: 410}
# A key, perhaps with the same link once more behind it.
WHOLE_KEY = re.compile("([A-Za-z0-9]{%d})(?=https?:|[^A-Za-z0-9]|$)(.*)" % KEY_LENGTH, re.DOTALL)
# What a mail program leaves where it broke a long line.
LINE_BREAK = re.compile(r"=?[\r\n]+\s*")


class NicknameForm(LookFields):
    """A nickname and a face, with errors in the guest's language."""

    WRONG = gettext_lazy("There is no such face or colour. Choose one of those shown.")

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
        with translation.override(of_letter(request, invitation.language)):
            if visit.standing in guests.CLOSED:
                return render_closed(request, visit.standing, invitation)
            response = view(request, visit)
        if visit.standing != guests.ELSEWHERE:
            links.remember(response, invitation)
        return response
    return find_and_call


@require_http_methods(["GET", "HEAD", "POST"])
@for_guests
def accept(request, visit):
    if visit.standing == guests.HERE and not visit.left:
        return redirect(night_card.page_of(visit.invitation.room))
    if request.method == "POST":
        return _come_in(request, visit)
    return _render(request, visit)


@require_POST
@for_guests
def decline(request, visit):
    if visit.standing == guests.FREE:
        change = guests.think_again if "undo" in request.POST else guests.decline
        change(visit.invitation)
        remembered.remember(request.session, visit.invitation)
    return redirect(visit.invitation)


@require_POST
@for_guests
def answer(request, visit):
    if visit.standing == guests.ELSEWHERE:
        return _render(request, visit, status=409)
    asked, invitation = request.POST, visit.invitation
    try:
        guests.answer(invitation, asked.get("answer"), "plus" in asked, asked.get("night", ""))
    except guests.NoSuchAnswerError:
        return _render(request, _as_it_is_now(visit), status=400,
                       no_answer=gettext("There is no such answer to give any more."))
    except guests.AnotherDateError:
        return _render(request, _as_it_is_now(visit), status=409, no_answer=_why_not("night" in asked),
                       meant=asked)
    if visit.standing == guests.FREE:
        remembered.remember(request.session, invitation)
    return redirect(invitation)


@require_POST
@for_guests
def join(request, visit):
    """This link is one more of a guest who is known in the room already; what it leads to shows that."""
    joining.join(visit, request.user, request.session)
    return redirect(visit.invitation)


@require_safe
@for_guests
def calendar(request, visit):
    """The night as a file for the guest's calendar; the seat's key is not in it."""
    night = guests.night_ahead(visit.invitation)
    if night is None:
        raise Http404("There is no date any more.")
    response = HttpResponse(add_to_calendar.file_of(night), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="game-night.ics"'
    return response


@require_POST
@for_guests
def watch(request, visit):
    """Who is invited is asked for no password."""
    sessions.let_watch(request.session, visit.invitation.room)
    return redirect(visit.invitation.room)


@require_POST
@for_guests
def opened(request, visit):
    """What the page's script says when somebody sees it; a mail scanner only fetches the page."""
    if visit.standing != guests.ELSEWHERE:
        guests.open_letter(visit.invitation)
    return HttpResponse(status=204)


@require_safe
def broken(request, rest):
    """A link that a mail program has cut or added something to. It counts as a guess, whatever is in it."""
    found = WHOLE_KEY.match(rest) or WHOLE_KEY.match(LINE_BREAK.sub("", rest).lstrip("/"))
    if found and found.group(2) in ("", "/"):  # it was cut before its last slash, or broken in two
        return redirect("invitations:accept", found.group(1))
    count_wrong(request, WRONG_CODES)
    return render_closed(request, "broken",
                         whole=reverse("invitations:accept", args=[found.group(1)]) if found else "")


def render_closed(request, why, invitation=None, whole=""):
    """The page of an invitation that lets nobody in, in the language of its guest or of the browser. Only
    who was let in once reads a name on it.

    `whole` is where a link leads without what was added to it.
    """
    told = invitation is not None and why != guests.REVOKED
    with translation.override(of_letter(request, invitation.language if invitation else "")):
        return render(request, "invitations/gone.html", {
            "why": why, "sender": sanitize.harmless_line(invitation.sender_name) if told else "",
            "whole": whole, "language": translation.get_language()}, status=STATUS[why])


def _as_it_is_now(visit):
    return visit._replace(invitation=guests.find(visit.invitation.key))


def _why_not(said_a_date):
    if said_a_date:
        return gettext("The date has changed while this page was open. "
                       "Please look at it, and answer once more.")
    return gettext("Your answer came from a page that was out of date. "
                   "Please look at the date, and answer once more.")


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
        player = guests.sit_down(visit.invitation, form.cleaned_data["name"], request.user, request.session,
                                 form.look())
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


def _render(request, visit, form=None, status=200, full="", trouble="", no_answer="",
            meant=None):
    invitation, room, night = visit.invitation, visit.invitation.room, guests.night_ahead(visit.invitation)
    seen = summary_of(room)
    return render(request, "invitations/%s.html" % _page_of(visit), {
        "invitation": invitation, "key": invitation.key, "code": room.code, "hue": hue_of(room.code),
        "sender": sanitize.harmless_line(invitation.sender_name),
        "note": sanitize.harmless_text(invitation.note),
        "phase": seen["phase"], "players": seen["here"],
        "player": visit.player.name if visit.player else "",
        "seat": visit.player.number if visit.player else "",
        "left": visit.left, "night": night_words.in_words(night) if night else None, "no_answer": no_answer,
        "meant": meant, "brings": "plus" in meant if meant else invitation.plus,
        "off": night_words.day_of(invitation, cancelled=True),
        "over": night_words.day_of(invitation, cancelled=False),
        "form": form or NicknameForm(),
        "name": form["name"].value() if form else nicknames.nickname(invitation, request.user),
        "unseen": invitation.opened is None and visit.standing != guests.ELSEWHERE,
        "may_join": joining.may_join(visit, request.user, request.session),
        "full": full, "trouble": trouble,
        "look": look_of_form(request, seen["looks"]), "language": translation.get_language()}, status=status)


def _page_of(visit):
    return {guests.FREE: "accept", guests.ELSEWHERE: "elsewhere"}.get(visit.standing, "back")


def _busy():
    return gettext("The table is very busy. Press once more.")
