"""One decision about one thing of the queue. Each returns what it has done, in words, and has logged it."""
from __future__ import unicode_literals

from django.shortcuts import get_object_or_404

from decks.admin.shared import deck_log
from decks.admin.shared.deck_log import Touched, holders
from decks.admin.shared.permissions import log
from decks.admin.shared.telling import counted
from decks.editing.factory import EditError
from decks.models import KIND_CHOICES, CardReport, Deck, HiddenCard, Proposal
from decks.progress import Progress
from decks.review import pending, proposals, reports, workflow


def _approve(request):
    deck = get_object_or_404(Deck, pk=_number(request, "deck"))
    workflow.approve(deck, request.user, request.POST.get("rating", ""), request.POST.get("note", ""))
    return log(request.user, deck, "%s is published." % deck)


def _reject(request):
    deck = get_object_or_404(Deck, pk=_number(request, "deck"))
    workflow.reject(deck, request.user, request.POST.get("note", ""))
    return log(request.user, deck, "%s is a draft again, with your note." % deck)


def _accept(request):
    proposal = _proposal(request)
    proposals.accept(proposal, request.user)
    return log(request.user, proposal.deck,
               "\u201c%s\u201d is a card of %s." % (proposal.text, proposal.deck))


def _refuse(request):
    proposal = _proposal(request)
    proposals.refuse(proposal)
    return log(request.user, proposal.deck, "\u201c%s\u201d is refused." % proposal.text)


def _show(request):
    card = get_object_or_404(HiddenCard, pk=_number(request, "hidden"))
    told = log(request.user, card, "\u201c%s\u201d is dealt again." % card.text)
    decks = Touched()
    decks.add(holders(card.kind, card.fingerprint))
    decks.write(request.user, "%s dealt again.", Progress())
    reports.show_again(card.kind, card.fingerprint)
    return told


def _mend(request):
    report = _report(request)
    text = request.POST.get("text", "").strip()
    decks = pending.mend(report.kind, report.fingerprint, text, request.user)
    now = "\u201c%s\u201d is \u201c%s\u201d now." % (report.text, text)
    deck_log.write(request.user, [(deck, now) for deck in Deck.objects.filter(pk__in=decks)])
    told = "\u201c%s\u201d is mended in %s." % (report.text, counted(len(decks), "deck"))
    if any(decks.values()):
        told += " In %s another card reads like this now." % counted(sum(decks.values()), "deck")
    return log(request.user, report, told)


def _dismiss(request):
    report = _report(request)
    reports.dismiss(report.kind, report.fingerprint, request.user)
    return log(request.user, report, "The reports about \u201c%s\u201d are dismissed." % report.text)


VERDICTS = {"approve": _approve, "reject": _reject, "accept": _accept, "refuse": _refuse, "show": _show,
            "mend": _mend, "dismiss": _dismiss}


def _number(request, name):
    value = request.POST.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 10 else 0


def _proposal(request):
    """A proposal to a deck of the site; those to other decks are their owners' affair."""
    return get_object_or_404(Proposal.objects.select_related("deck"), pk=_number(request, "proposal"),
                             deck__owner=None)


def _report(request):
    """One of the open reports about the card."""
    kind = request.POST.get("kind", "")
    found = CardReport.objects.filter(
        kind=kind if kind in dict(KIND_CHOICES) else "", fingerprint=request.POST.get("fingerprint", ""),
        resolved=None)
    if not found:
        raise EditError("Somebody has dealt with this card already.")
    return found[0]
