"""The builder of a deck: its page and what the page asks (static/js/pages/builder.js).

They decide nothing.

Another person's deck does not exist here. How they say no: builder.requests.
"""
from __future__ import unicode_literals

import six
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_POST, require_safe

from common.codes import hue_of
from common.compat import gettext as _
from common.compat import reverse
from common.limits import ratelimits
from common.web import sites
from common.web.http import page_document
from decks import access
from decks.builder import metadata, steps
from decks.builder.requests import Answer, answers, body_of, number_of, own_deck
from decks.editing import duplicates
from decks.export import FORMATS
from decks.limits import CARD_LENGTH
from decks.models import ARCHIVED, BLACK, RATING_CHOICES, WHITE, Deck
from decks.review import proposals, workflow

# Comparing all cards of a big deck keeps a process busy for seconds.
LOOKS = "6/m"
MOST_DOUBLES = 100
# Comparing each card with all others takes too long for a hint in bigger decks.
HINTED = 3000
STEPS = {"ask": workflow.ask_to_publish, "withdraw": workflow.withdraw, "share": workflow.share,
         "unlist": workflow.unlist, "archive": workflow.archive}


@never_cache
@ensure_csrf_cookie
@login_required
@require_safe
def edit(request, code):
    """The page; ?q=words opens it with the cards that have these words."""
    deck = Deck.objects.filter(code=code).first()
    if deck is not None and deck.status == ARCHIVED and access.owns(request.user, deck):
        return redirect("decks:mine")
    deck = own_deck(request, code)
    words = request.GET.get("q", "")[:steps.LONGEST_SEARCH]
    document = dict(steps.standing(deck), pages=[steps.page(deck, kind, words) for kind in (BLACK, WHITE)],
                    query=words,
                    ratings=[[rating, "%s" % words] for rating, words in RATING_CHOICES],
                    languages=metadata.languages(deck.language),
                    formats=[[name, _(words)] for name, words in FORMATS],
                    own=access.owns(request.user, deck), person=request.user.pk, links=_links(deck))
    return render(request, "decks/build.html", {
        "deck": deck, "document": page_document(document), "hue": hue_of(code)})


def _links(deck):
    links = {name: reverse("decks:" + name, args=[deck.code])
             for name in ("cards", "change", "near", "doubles", "step", "proposed", "decide")}
    return dict(links, mine=reverse("decks:mine"), page=reverse("decks:deck", args=[deck.slug]),
                play="%s?deck=%s#open" % (reverse("game:home"), deck.code),
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
    pages = [steps.page(deck, one, words, number_of(request, "start", 0),
                        number_of(request, "count", steps.PER_PAGE))
             for one in ([kind] if kind else [BLACK, WHITE])]
    return dict(steps.standing(deck), pages=pages)


@require_POST
@answers
def change(request, deck):
    """One step of builder.steps.do: {"verb", "revision", ...}."""
    return steps.do(deck, request.user, body_of(request))


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
        raise Answer(429, "too_fast", _("That was looked for just now. Try again in a minute."))
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
    name = body_of(request).get("step")
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
    asked = body_of(request)
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


def _found(kind, card):
    return {"id": steps.FIRST[kind] + "%d" % card.id, "text": card.text}
