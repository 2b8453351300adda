"""The versions of a deck: beside Django's own history of the admin, with what differs, and the way back to
each.

Shows and restores whole versions; what a version keeps is `documents`' to say.
"""
from __future__ import unicode_literals

from collections import namedtuple

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render

from decks.history import differences, documents, restoring
from decks.models import BLACK, WHITE, Deck, DeckVersion

LISTED = 50
# How many cards of one kind of change a page lists.
SHOWN = 100
# `added` and `removed` are lists of texts, `changed` of (old, new), each cut to SHOWN; `more` says how many
# were cut off.
Cards = namedtuple("Cards", "kind added removed changed more reordered")


def listed(deck):
    """The newest versions without what they hold."""
    return deck.versions.defer("document", "facts").select_related("user").order_by("-number")[:LISTED]


def version_page(model_admin, request, pk, number):
    """GET: what a version changed, or with ?against=now what restoring it would change. POST restores it."""
    deck = get_object_or_404(Deck, pk=pk)
    version = get_object_or_404(DeckVersion.objects.select_related("user"), deck=deck, number=number)
    if not model_admin.may_write(request, deck):
        raise PermissionDenied
    if request.method == "POST":
        restoring.restore(deck, version.number, request.user)
        told = "Version %d is the deck again." % version.number
        model_admin.log_change(request, deck, told)
        messages.success(request, told)
        return redirect("admin:decks_deck_history", deck.pk)
    before = deck.versions.filter(number__lt=version.number).order_by("-number").first()
    now = request.GET.get("against") == "now" or before is None
    old, new = (documents.document(deck), version) if now else (before, version)
    found = differences.between(old if now else documents.content(old), documents.content(new))
    facts = [fact for fact in found["facts"] if not now or fact[0] in documents.RESTORED]
    kinds = [_cards(kind, found[kind]) for kind in (BLACK, WHITE)]
    return render(request, "admin/decks/deck/version.html", dict(
        model_admin.admin_site.each_context(request), title="Version %d of %s" % (version.number, deck),
        opts=Deck._meta,
        is_nav_sidebar_enabled=False, deck=deck, version=version, before=before, now=now, facts=facts,
        kinds=kinds,
        same=not facts and not any(any(cards[1:]) for cards in kinds)))


def _cards(kind, found):
    changed = [(old["text"], new["text"], _beside(old, new)) for old, new in found["changed"]]
    added, removed = ([card["text"] for card in found[name]] for name in ("added", "removed"))
    more = sum(max(0, len(cards) - SHOWN) for cards in (added, removed, changed))
    return Cards(kind, added[:SHOWN], removed[:SHOWN], changed[:SHOWN], more, found["reordered"])


def _beside(old, new):
    """What else changed in a card besides its text, in words."""
    names = sorted(name for name in set(old) | set(new) if name != "text" and old.get(name) != new.get(name))
    return ", ".join("%s: %s \u2192 %s" % (name, old.get(name, "\u2013"), new.get(name, "\u2013"))
                     for name in names)
