"""What the review queue shows of each kind of thing when somebody narrows it. Reads only, and cuts nothing.

`chosen` is {name: value}, of "q" (words), "kind", "deck" (a Deck), "language", "reason" and "status"; what is
missing narrows nothing.
"""
from __future__ import unicode_literals

from django.db.models import Count, Min, Q

from common.text import search_words
from decks.models import MODELS, CardReport, HiddenCard, Proposal
from decks.review.pending import open_reports, waiting_decks, waiting_proposals

# What one may ask of proposals besides those that wait for a reviewer.
OWNERS, ANY = "owners", "any"


def reports(chosen):
    """[{"kind", "fingerprint", "count", "since"}] of reported cards, the most complained of first."""
    found = _cards(open_reports(), chosen)
    if "reason" in chosen:
        because = open_reports().filter(reason=chosen["reason"]).order_by()
        found = found.filter(_of_each_kind(lambda kind: because.filter(kind=kind)))
    return found.order_by().values("kind", "fingerprint").annotate(
        count=Count("pk"), since=Min("created")).order_by("-count", "since", "fingerprint")


def proposals(chosen):
    """Proposed cards: those that wait for a reviewer, or of another status, the oldest first."""
    status = chosen.get("status", Proposal.WAITING)
    found = Proposal.objects.all()
    if status == OWNERS:
        found = found.filter(status=Proposal.WAITING, deck__owner__isnull=False)
    elif status == Proposal.WAITING:
        found = waiting_proposals()
    elif status != ANY:
        found = found.filter(status=status)
    for name in ("kind", "deck"):
        if name in chosen:
            found = found.filter(**{name: chosen[name]})
    if "language" in chosen:
        found = found.filter(deck__language=chosen["language"])
    return _worded(found, chosen, "text", "attribution", "deck__name", "proposer__username").select_related(
        "deck", "proposer").order_by("pk")


def decks(chosen):
    """Decks that ask to be published, whose owners have waited longest first."""
    found = waiting_decks().select_related("owner")
    if "language" in chosen:
        found = found.filter(language=chosen["language"])
    return _worded(found, chosen, "name", "description", "owner__username")


def hidden(chosen):
    """Cards that are hidden everywhere, the last ones first."""
    return _cards(HiddenCard.objects.select_related("user").order_by("-pk"), chosen)


def _cards(rows, chosen):
    """Those of the rows, each of which has a kind, a fingerprint and a text, that are about such cards."""
    if "kind" in chosen:
        rows = rows.filter(kind=chosen["kind"])
    places = {"deck" if name == "deck" else "deck__language": chosen[name]
              for name in ("deck", "language") if name in chosen}
    if places:
        rows = rows.filter(_of_each_kind(
            lambda kind: MODELS[kind].objects.filter(deck__staged=False, **places).order_by()))
    return _worded(rows, chosen, "text")


def _of_each_kind(rows_of):
    """The condition that a fingerprint stands in rows_of(kind), of its own kind."""
    found = Q()
    for kind in MODELS:
        found |= Q(kind=kind, fingerprint__in=rows_of(kind).values("fingerprint"))
    return found


def _worded(rows, chosen, *fields):
    for word in search_words(chosen.get("q", "")):
        found = Q()
        for field in fields:
            found |= Q(**{field + "__icontains": word})
        rows = rows.filter(found)
    return rows
