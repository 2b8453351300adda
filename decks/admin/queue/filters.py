"""The boxes that narrow each part of the review queue."""
from __future__ import unicode_literals

from django import forms
from django.db.models import Q

from decks.admin.cards.finding import LONGEST_SEARCH, languages_of
from decks.admin.shared.names import DeckChoiceField
from decks.admin.shared.paging import Filters
from decks.models import KIND_CHOICES, MODELS, CardReport, Deck, HiddenCard, ImportJob, Proposal
from decks.review import finding
from decks.review.pending import open_reports

ANY = ("", "any")
STATUSES = {
    "proposals": [("", "waiting for a reviewer"), (finding.OWNERS, "waiting for their owners"),
                  (Proposal.ACCEPTED, "accepted"), (Proposal.REFUSED, "refused"), (finding.ANY, "any")],
    "imports": [ANY] + list(ImportJob.STATUSES)}
FIELDS = {"reports": ("q", "reason", "kind", "deck", "language"),
          "proposals": ("q", "status", "kind", "deck", "language"), "decks": ("q", "language"),
          "hidden": ("q", "kind", "deck", "language"), "imports": ("q", "status", "deck")}


class QueueFilters(Filters):
    """Those of one part. Of the decks only those are offered that have something in it."""

    q = forms.CharField(required=False, max_length=LONGEST_SEARCH, label="Words",
                        widget=forms.TextInput(attrs={"type": "search"}))
    reason = forms.ChoiceField(required=False, choices=[ANY] + list(CardReport.REASONS))
    status = forms.ChoiceField(required=False)
    kind = forms.ChoiceField(required=False, label="Cards", choices=[("", "both kinds")] + list(KIND_CHOICES))
    deck = DeckChoiceField(Deck.objects.none(), required=False, empty_label="all")
    language = forms.ChoiceField(required=False)

    def __init__(self, data, part):
        super(QueueFilters, self).__init__(data)
        for name in set(self.fields).difference(FIELDS[part]):
            del self.fields[name]
        decks = _decks_in(part)
        if "status" in self.fields:
            self.fields["status"].choices = STATUSES[part]
        if "language" in self.fields:
            self.fields["language"].choices = languages_of(decks)
        if "deck" in self.fields:
            asked = data.get("deck", "")
            here = Q(pk=asked) if asked.isdecimal() and len(asked) < 10 else Q(pk=None)
            self.fields["deck"].queryset = Deck.objects.filter(here | Q(pk__in=decks.order_by().values("pk")))


def _decks_in(part):
    if part == "decks":
        return finding.decks({})
    if part == "proposals":
        return Deck.objects.filter(pk__in=Proposal.objects.order_by().values("deck"))
    if part == "imports":
        return Deck.objects.filter(pk__in=ImportJob.objects.exclude(deck=None).order_by().values("deck"))
    rows, found = open_reports() if part == "reports" else HiddenCard.objects.all(), Q()
    for kind, model in MODELS.items():
        marks = rows.filter(kind=kind).order_by().values("fingerprint")
        found |= Q(pk__in=model.objects.filter(fingerprint__in=marks).order_by().values("deck"))
    return Deck.objects.filter(found)
