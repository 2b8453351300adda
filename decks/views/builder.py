"""My decks, and the builder of one: its page and what the page asks (static/js/pages/builder.js).

They decide nothing.

Another person's deck does not exist here. What cannot be done is answered {"code", "message"}, the message
for people: 403 sign_in; 400 bad_request, refused; 409 stale; 413 too_long; 429 too_fast.
"""
from __future__ import unicode_literals

from functools import wraps

import six
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common import ratelimits, sites
from common.codes import hue_of
from common.compat import json_loads, reverse
from common.http import page_document
from decks import access, staging
from decks.builder import metadata, steps
from decks.builder.forms import NewDeckForm
from decks.editing import duplicates
from decks.editing.factory import EditError
from decks.export import FORMATS
from decks.limits import CARD_LENGTH
from decks.models import ARCHIVED, BLACK, RATING_CHOICES, WHITE, Deck
from decks.review import proposals, workflow

BODY_BYTES = 2 * 1024 * 1024
HAMMERING = "240/m"
# Comparing all cards of a big deck keeps a process busy for seconds.
LOOKS = "6/m"
MOST_DOUBLES = 100
# Comparing each card with all others takes too long for a hint in bigger decks.
HINTED = 3000
REFUSED = (EditError, workflow.StateError)
STEPS = {"ask": workflow.ask_to_publish, "withdraw": workflow.withdraw, "share": workflow.share,
         "unlist": workflow.unlist, "archive": workflow.archive}


class Answer(Exception):
    """What to answer instead: a status, a code, and a message for people."""

    def __init__(self, status, code, message):
        self.status, self.code, self.message = status, code, message
        super(Answer, self).__init__(message)


def answers(view):
    """Give `view(request, deck)` the deck with this code, and turn what it returns or refuses into JSON."""
    @wraps(view)
    def answer(request, code):
        try:
            if request.user.pk is None:
                raise Answer(403, "sign_in",
                             "You are signed out. Sign in in another tab, then try again: nothing is lost.")
            deck = own_deck(request, code)
            if ratelimits.hit("builder", request.user.pk, HAMMERING):
                raise Answer(429, "too_fast", "Slowly, please: it goes on in a moment.")
            return JsonResponse(view(request, deck))
        except Answer as refusal:
            return _refusal(refusal.status, refusal.code, refusal.message)
        except steps.StaleRevisionError:
            return _refusal(409, "stale", "This deck has changed meanwhile.")
        except steps.BadStepError as problem:
            return _refusal(400, "bad_request", six.text_type(problem))
        except REFUSED as problem:
            return _refusal(400, "refused", six.text_type(problem))
    return answer


@never_cache
@ensure_csrf_cookie
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request):
    """The decks of whoever is signed in, and the form for a new one."""
    form = NewDeckForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            try:
                return redirect("decks:edit", metadata.create(request.user, **form.cleaned_data).code)
            except EditError as problem:
                form.add_error(None, six.text_type(problem))
    decks = steps.mine(request.user)
    return render(request, "decks/mine.html", {
        "form": form, "decks": [deck for deck in decks if deck["status"] != ARCHIVED],
        "archived": [deck for deck in decks if deck["status"] == ARCHIVED]}, status=status)


@require_POST
@login_required
def unarchive(request, code):
    deck = get_object_or_404(Deck, code=code, owner=request.user, status=ARCHIVED)
    workflow.unarchive(deck, request.user)
    return redirect("decks:edit", code)


@require_POST
@login_required
def delete(request, code):
    """Delete a deck of one's own for good; only one that lies in the archive,
    so that it takes two decisions.
    """
    deck = get_object_or_404(Deck, code=code, owner=request.user, status=ARCHIVED)
    name = deck.name
    staging.discard_soon(deck)
    messages.success(request, "%s is gone." % name)
    return redirect("decks:mine")


@never_cache
@ensure_csrf_cookie
@login_required
@require_safe
def edit(request, code):
    deck = Deck.objects.filter(code=code).first()
    if deck is not None and deck.status == ARCHIVED and access.owns(request.user, deck):
        return redirect("decks:mine")
    deck = own_deck(request, code)
    document = dict(steps.standing(deck), pages=[steps.page(deck, kind) for kind in (BLACK, WHITE)],
                    ratings=RATING_CHOICES, languages=metadata.languages(deck.language), formats=FORMATS,
                    own=access.owns(request.user, deck), person=request.user.pk, links=_links(deck))
    return render(request, "decks/build.html", {
        "deck": deck, "document": page_document(document), "hue": hue_of(code)})


def _links(deck):
    links = {name: reverse("decks:" + name, args=[deck.code])
             for name in ("cards", "change", "near", "doubles", "step", "proposed", "decide")}
    return dict(links, mine=reverse("decks:mine"), page=reverse("decks:deck", args=[deck.slug]),
                share=sites.address(reverse("decks:deck_of_code", args=[deck.code])),
                export=reverse("decks:export", args=[deck.slug, "form"]),
                **{"import": "%s?deck=%s" % (reverse("decks:import"), deck.code)})


@never_cache
@require_safe
@answers
def cards(request, deck):
    """`standing` and "pages": of one "kind" the page from "start" on, or of both the first "count" cards;
    "q" searches.
    """
    words, kind = request.GET.get("q", ""), request.GET.get("kind")
    pages = [steps.page(deck, one, words, _number(request, "start", 0),
                        _number(request, "count", steps.PER_PAGE))
             for one in ([kind] if kind else [BLACK, WHITE])]
    return dict(steps.standing(deck), pages=pages)


@require_POST
@answers
def change(request, deck):
    """One step of builder.steps.do: {"verb", "revision", ...}."""
    return steps.do(deck, request.user, _body(request))


@never_cache
@require_safe
@answers
def near(request, deck):
    """{"near": the text of the card that reads nearly like "text", or ""}."""
    text, kind = request.GET.get("text", "")[:CARD_LENGTH], request.GET.get("kind", WHITE)
    if kind not in (BLACK, WHITE):
        raise steps.BadStepError("There are black and white cards.")
    if deck.black_cards.count() + deck.white_cards.count() > HINTED:
        return {"near": ""}
    return {"near": duplicates.finder([deck.pk])(kind, text)}


@never_cache
@require_safe
@answers
def doubles(request, deck):
    """{"pairs": [{"kind", "same", "one", "other": cards as {"id", "text"}}], "complete"}."""
    if ratelimits.hit("builder-doubles", request.user.pk, LOOKS):
        raise Answer(429, "too_fast", "That was looked for just now. Try again in a minute.")
    found = duplicates.find([deck.pk])
    return {"complete": found.complete and len(found.pairs) <= MOST_DOUBLES, "pairs": [
        {"kind": pair.kind, "same": pair.similarity == 1, "one": _found(pair.kind, pair.one),
         "other": _found(pair.kind, pair.other)} for pair in found.pairs[:MOST_DOUBLES]]}


@require_POST
@answers
def step(request, deck):
    """One of STEPS: {"step": "ask"}.

    Answers `standing`, or {"gone": True} when there is nothing to build any more.
    """
    name = _body(request).get("step")
    if name not in STEPS:
        raise steps.BadStepError("There is no such step.")
    deck = STEPS[name](deck, request.user)
    return {"gone": True} if deck.status == ARCHIVED else steps.standing(Deck.objects.get(pk=deck.pk))


@never_cache
@require_safe
@answers
def proposed(request, deck):
    """{"proposals": [{"id", "kind", "text", "pick", "attribution"}]}: what waits for an answer,
    the oldest first.
    """
    return {"proposals": [{"id": one.pk, "kind": one.kind, "text": one.text, "pick": one.pick,
                           "attribution": one.attribution}
                          for one in proposals.waiting(deck)]}


@require_POST
@answers
def decide(request, deck):
    """Accept or refuse: {"proposal": id, "accept": True}.

    Answers `standing` and "cards": what came to the deck.
    """
    asked = _body(request)
    number = asked.get("proposal")
    found = deck.proposals.filter(pk=number).first() if isinstance(
        number, six.integer_types) and 0 < number < 2 ** 31 else None
    if found is None:
        raise steps.BadStepError("There is no such proposal.")
    if asked.get("accept") is True:
        added = [steps.card_document(proposals.accept(found, request.user))]
    else:
        added = proposals.refuse(found) or []
    return dict(steps.standing(Deck.objects.get(pk=deck.pk)), cards=added)


def own_deck(request, code):
    """The deck with this code if the visitor may edit it. Raises Http404."""
    deck = Deck.objects.filter(code=code).first()
    if deck is None or not access.may_edit(request.user, deck):
        raise Http404("You have no deck %s." % code)
    return deck


def _body(request):
    """The JSON object that the page has sent. Raises Answer, BadStepError."""
    try:
        if int(request.META.get("CONTENT_LENGTH") or 0) > BODY_BYTES:
            raise Answer(413, "too_long", "That is too much at once. Import it as a file.")
        asked = json_loads(request.body)
    except (ValueError, SuspiciousOperation):
        asked = None
    if not isinstance(asked, dict):
        raise steps.BadStepError("Send a JSON object.")
    return asked


def _number(request, name, default):
    digits = request.GET.get(name, "")
    return int(digits) if digits.isdecimal() and len(digits) < 7 else default


def _found(kind, card):
    return {"id": steps.FIRST[kind] + "%d" % card.id, "text": card.text}


def _refusal(status, code, message):
    return JsonResponse({"code": code, "message": message}, status=status)
