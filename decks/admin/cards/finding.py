"""Which cards of all decks the list shows, and what else is known of a page of them. Reads only."""
from __future__ import unicode_literals

from collections import OrderedDict

from django import forms
from django.db.models import Count, Q

from common.text import search_words
from decks.admin.shared.names import DeckChoiceField
from decks.admin.shared.paging import Filters
from decks.models import BLACK, KIND_CHOICES, MODELS, RATING_CHOICES, WHITE, CardReport, Deck, HiddenCard

ANY = [("", "any")]
HIDDEN, REPORTED = "hidden", "reported"
LONGEST_SEARCH = 200


class CardFilters(Filters):
    q = forms.CharField(required=False, max_length=LONGEST_SEARCH, label="Words",
                        widget=forms.TextInput(attrs={"type": "search"}))
    kind = forms.ChoiceField(required=False, label="Cards", choices=[("", "both kinds")] + list(KIND_CHOICES))
    deck = DeckChoiceField(Deck.objects.all(), required=False, empty_label="all")
    language = forms.ChoiceField(required=False)
    rating = forms.ChoiceField(required=False, choices=ANY + list(RATING_CHOICES))
    state = forms.ChoiceField(required=False, label="Only", choices=[
        ("", "all"), (HIDDEN, "hidden everywhere"), (REPORTED, "reported")])

    def __init__(self, *arguments, **options):
        super(CardFilters, self).__init__(*arguments, **options)
        self.fields["language"].choices = languages_of(Deck.objects.all())


def languages_of(decks):
    """The choices of languages that these decks are in."""
    found = decks.order_by("language").values_list("language", flat=True).distinct()
    return ANY + [(tag, tag) for tag in found]


def found(chosen):
    """{kind: cards with their decks} for what CardFilters has chosen, in the order of decks and places."""
    kinds = [chosen["kind"]] if chosen.get("kind") else [BLACK, WHITE]
    return OrderedDict((kind, _cards(kind, chosen)) for kind in kinds)


def _cards(kind, chosen):
    cards = MODELS[kind].objects.filter(deck__staged=False)
    for name in ("deck", "language", "rating"):
        if name in chosen:
            cards = cards.filter(**{"deck" if name == "deck" else "deck__" + name: chosen[name]})
    for word in search_words(chosen.get("q", "")):
        cards = cards.filter(Q(text__icontains=word) | Q(tags__icontains=word)
                             | Q(deck__name__icontains=word))
    if "state" in chosen:
        marks = {HIDDEN: HiddenCard.objects.all(), REPORTED: CardReport.objects.filter(resolved=None)}
        cards = cards.filter(fingerprint__in=marks[chosen["state"]].filter(kind=kind).order_by()
                             .values("fingerprint"))
    return cards.select_related("deck").order_by("deck_id", "position", "pk")


def said_of(kind, cards):
    """({fingerprints that are hidden everywhere}, {fingerprint: how many open reports}) of these cards."""
    prints = [card.fingerprint for card in cards]
    hidden = set(HiddenCard.objects.filter(kind=kind,
                                           fingerprint__in=prints).values_list("fingerprint", flat=True))
    reports = dict(CardReport.objects.filter(kind=kind, fingerprint__in=prints, resolved=None).order_by()
                   .values_list("fingerprint").annotate(Count("pk")))
    return hidden, reports
