"""The cards of one deck as pages of boxes: fifty at a time, with a search and a few empty boxes, however big
the deck is.

Reads pages and hands what was typed to `page_edits`; what cannot be used comes back in its box with the
reason.
"""
from __future__ import unicode_literals

from collections import namedtuple

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect, render

from common.compat import reverse
from decks.admin.cards.finding import said_of
from decks.admin.shared import forms
from decks.admin.shared.paging import near, page_of
from decks.editing import page_edits
from decks.editing.factory import EditError, kind_of
from decks.models import BLACK, MODELS, WHITE, Deck

ROWS = 50
# `place` counts from 1 in the deck's cards of the kind, or in what the search found; None for a new card.
Row = namedtuple("Row", "form place hidden reports")


def edit_cards(model_admin, request, pk):
    """A page of the deck's cards: ?kind=white&page=3&q=tea."""
    deck = get_object_or_404(Deck, pk=pk)
    if not model_admin.may_write(request, deck):
        raise PermissionDenied
    kind = WHITE if request.GET.get("kind") == WHITE else BLACK
    search, one = request.GET.get("q", "").strip(), request.GET.get("card", "")
    FormSet = forms.card_rows(kind, ROWS)
    page = page_of(_found(deck, kind, search, one), request.GET.get("page"), ROWS)
    if request.method == "POST":
        formset = FormSet(request.POST.copy(), prefix="cards")
        if formset.is_valid():
            saved = _save(deck, kind, formset, request.user)
            if saved is not None:
                told = "%s cards: %d added, %d changed, %d removed." % ((kind.capitalize(),) + saved)
                if any(saved):
                    model_admin.log_change(request, deck, told)
                messages.success(request, told if any(saved) else "Nothing was changed.")
                return redirect(address(deck, kind, search, page.number))
    else:
        formset = FormSet(initial=[forms.shown(card, kind) for card in page.object_list], prefix="cards")
    return render(request, "admin/decks/cards/cards.html", dict(
        model_admin.admin_site.each_context(request), title="Cards of %s" % deck, opts=Deck._meta, deck=deck,
        kind=kind,
        formset=formset, rows=_rows(formset, kind, page), page=page, search=search, one=one,
        is_nav_sidebar_enabled=False,
        tabs=[(name, MODELS[name].objects.filter(deck=deck).count(), address(deck, name))
              for name in (BLACK, WHITE)],
        pages=[(number, address(deck, kind, search, number)) for number in near(page)],
        many="%s?deck=%d&kind=%s" % (reverse("decks_admin:cards"), deck.pk, kind)))


def address(deck, kind, search="", number=1):
    query = QueryDict(mutable=True)
    query["kind"] = kind
    if search:
        query["q"] = search
    if number > 1:
        query["page"] = number
    return "%s?%s" % (reverse("admin:decks_deck_cards", args=[deck.pk]), query.urlencode())


def address_of(card):
    """The editor with this card alone, and boxes for new ones."""
    return "%s&card=%d" % (address(card.deck, kind_of(card)), card.pk)


def _found(deck, kind, search, one):
    cards = MODELS[kind].objects.filter(deck=deck).order_by("position", "pk")
    if one.isdecimal() and len(one) < 10:
        return cards.filter(pk=one)
    return cards.filter(text__icontains=search) if search else cards


def _save(deck, kind, formset, user):
    """Saved, or None with the reasons in the boxes."""
    edits = [page_edits.Edit(number, form.cleaned_data["card"], form.facts(), form.seen(),
                             form in formset.deleted_forms)
             for number, form in enumerate(formset.forms) if form.has_changed()]
    try:
        return page_edits.save(deck, kind, edits, user)
    except EditError as refusal:
        formset.forms[0].add_error("text", "%s" % refusal)
    except page_edits.Refused as refusal:
        for number, text in refusal.errors.items():
            formset.forms[number].add_error("text", text)
        for number, card in refusal.stored.items():
            formset.data[formset.forms[number].add_prefix("was")] = forms.shown(card, kind)["was"]


def _rows(formset, kind, page):
    """A Row for each form; cards that are not on this page any more have no place."""
    cards = {"%d" % card.pk: (place, card) for place, card in enumerate(page.object_list, page.start_index())}
    hidden, reports = said_of(kind, page.object_list)
    for form in formset.forms:
        place, card = cards.get("%s" % form["card"].value(), (None, None))
        yield Row(form, place, card and card.fingerprint in hidden, card and reports.get(card.fingerprint))
