"""Deleting decks, one or many, with a way back for some days, and the page that has it."""
from __future__ import unicode_literals

from django.contrib import admin, messages
from django.contrib.admin.models import DELETION
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_datetime
from django.utils.html import format_html

from common.compat import reverse
from common.storage.many_ids import with_ids
from common.web.admin_question import answer, ask, question
from decks import deleted
from decks.admin.shared import deck_log, names
from decks.admin.shared.permissions import action
from decks.models import Deck

DELETE = "decks.delete_deck"


def may_delete(user):
    return user.has_perm(DELETE)


class DeleteActions(object):
    """One more action of DeckAdmin."""

    actions = ["delete_decks"]

    @action("Delete \u2026", may_delete)
    def delete_decks(self, request, decks):
        form = answer(request)
        mine = [deck for deck in decks if _may(request.user, deck)]
        if form.is_valid():
            return put_away(self, request, mine)
        numbers = deleted.numbers(mine)
        text = ("%(decks)d decks with %(black)d black and %(white)d white cards will be found by nobody. "
                "Games that play with them go on. For %(days)d days they can be brought back."
                % dict(numbers, days=deleted.DELETED_DAYS))
        return ask(self, request, with_ids(decks, [deck.pk for deck in mine]), form, "Delete decks", text,
                   "Delete", danger=True)


def ask_to_delete(request, deck):
    """The page before one deck is deleted."""
    numbers = deleted.numbers([deck])
    text = ("This deck with its %(black)d black and %(white)d white cards, its versions and what was "
            "proposed to it will be found by nobody. Games that play with it go on. For %(days)d days it can "
            "be brought back." % dict(numbers, days=deleted.DELETED_DAYS))
    return question(request, names.of([deck]), 1, [], answer(request), "Delete %s" % deck, text,
                    "Delete the deck", danger=True, opts=Deck._meta, where="%s" % deck,
                    back=reverse("admin:decks_deck_change", args=[deck.pk]))


def put_away(model_admin, request, decks):
    """Delete these decks and say how to undo it, in one message."""
    deck_log.write(request.user, [(deck, "Deleted.") for deck in decks], DELETION)
    deleted.put_away(*decks)
    told = decks[0].name if len(decks) == 1 else "%d decks" % len(decks)
    messages.success(request, format_html('{} deleted. <a href="{}">Bring back</a>', told + (
        " is" if len(decks) == 1 else " are"), reverse("deck_copies:deleted")))


def deleted_page(request):
    """The deleted decks that this person may bring back; POST does it, with "only" (an id) or "when"."""
    if not may_delete(request.user):
        raise PermissionDenied
    decks = deleted.there()
    if not request.user.is_superuser:
        decks = decks.filter(owner=None) | decks.filter(owner=request.user)
    if request.method == "POST":
        chosen = _chosen(request, decks)
        back = list(chosen)
        count = deleted.bring_back(chosen)
        deck_log.write(request.user, [(deck, "Brought back.") for deck in back])
        messages.success(request, "%s is back." % back[0] if count == 1 else "%d decks are back." % count)
        return redirect("deck_copies:deleted")
    return render(request, "admin/decks/copies/deleted.html", dict(
        admin.site.each_context(request), title="Deleted decks", opts=Deck._meta,
        groups=deleted.groups(decks), days=deleted.DELETED_DAYS))


def _may(user, deck):
    return user.is_superuser or (may_delete(user) and deck.owner_id in (None, user.pk))


def _chosen(request, decks):
    only = request.POST.get("only", "")
    if only.isdigit() and len(only) < 10:
        return decks.filter(pk=int(only))
    try:
        moment = parse_datetime(request.POST.get("when", "")[:40])
    except ValueError:
        moment = None
    return decks.filter(deleted=moment) if moment is not None else decks.none()
