"""All cards of all decks on one screen: to find one again, to open its deck in the builder, and for what is
done to many at once.
"""
from __future__ import unicode_literals

from collections import namedtuple

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render

from decks.admin.cards import actions, editor, finding
from decks.admin.cards.chosen import Chosen
from decks.admin.shared import names, paging, permissions
from decks.models import Deck

ROWS = 30
# `edit` is the address of the card in the boxes of its deck, `build` that of the builder; "" where this
# person may not.
Row = namedtuple("Row", "card kind tick hidden reports edit build")


def screen(request):
    """GET shows the cards that the filters find; POST does one of actions.ACTIONS to the chosen ones."""
    if not permissions.may_see_cards(request.user):
        raise PermissionDenied
    filters = finding.CardFilters(request.GET)
    found = finding.found(filters.chosen())
    if request.method == "POST":
        return _act(request, found) or redirect(request.get_full_path())
    cards = paging.Together(*found.values())
    page = paging.page_of(cards, request.GET.get("page"), ROWS)
    offered = [(name, one.short_description) for name, one in actions.ACTIONS.items()
               if one.for_whom(request.user)]
    return render(request, "admin/decks/cards/all_cards.html", dict(
        admin.site.each_context(request), title="Cards", opts=Deck._meta, is_nav_sidebar_enabled=False,
        filters=filters, narrowed=bool(filters.chosen()), page=page,
        rows=_rows(request.user, page.object_list), pages=paging.links(request, page), actions=offered))


def _act(request, found):
    act = actions.ACTIONS.get(request.POST.get("action", ""))
    if act is None:
        return None
    if not act.for_whom(request.user):
        raise PermissionDenied
    chosen = Chosen(request, found)
    return act(request, chosen) if chosen.count() else messages.warning(request, "Choose cards first.")


def _rows(user, cards):
    said = {kind: finding.said_of(kind, [card for card in cards if editor.kind_of(card) == kind])
            for kind in finding.MODELS}
    names.mark(card.deck for card in cards)
    for card in cards:
        kind = editor.kind_of(card)
        hidden, reports = said[kind]
        yield Row(card, kind, "%s%d" % (kind[0], card.pk), card.fingerprint in hidden,
                  reports.get(card.fingerprint),
                  editor.address_of(card) if permissions.may_write(user, card.deck) else "",
                  permissions.builder_of(user, card.deck, card))
