"""Keeping a card that somebody wrote at a table: which of its decks it can be proposed to."""
from __future__ import unicode_literals

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from common.compat import reverse
from decks.catalogue import selection, sharing
from decks.models import WHITE
from game.moves import batches
from game.rules.cards.written import LONGEST
from game.seats.lookup import find_visitor


@never_cache
@require_safe
def keep(request, code):
    """The published decks of the room, each leading to its page of proposals with the card filled in, at once
    if there is but one. ?kind=white&text=..., which that page checks like anything typed.
    """
    room, player = find_visitor(request, code)
    if player is None or player.kicked:
        raise Http404("Only who sits at the table keeps its cards.")
    card = {"kind": request.GET.get("kind", WHITE)[:10], "text": request.GET.get("text", "")[:LONGEST]}
    ids = [deck["id"] for deck in batches.load(room.pk).state["decks"]]
    found = selection.open_to_proposals(ids, request.user, sharing.codes_of(request.session))
    decks = [(deck, "%s?%s" % (reverse("decks:propose", args=[deck.slug]), urlencode(card)))
             for deck in found]
    if len(decks) == 1:
        return redirect(decks[0][1])
    return render(request, "game/keep.html", {"room": room, "card": card, "decks": decks})
