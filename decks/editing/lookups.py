"""What edits ask about the cards that are stored in locked decks: which ones, where, and how many."""
from __future__ import unicode_literals

from django.db.models import Max

from decks import staging
from decks.editing.factory import kind_of
from decks.models import BLACK, MODELS, WHITE


def places_between(model, deck, ids):
    """[(id, place)] in their order of the cards from the first to the last of these;
    of all where two share a position.
    """
    cards = model.objects.filter(deck=deck.pk).order_by("position", "pk")
    positions = [place for chunk in staging.chunks(ids)
                 for place in cards.filter(pk__in=chunk).order_by().values_list("position", flat=True)]
    if not positions:
        return []
    found = list(cards.filter(position__gte=min(positions),
                              position__lte=max(positions)).values_list("pk", "position"))
    if len({place for _, place in found}) == len(found):
        return found
    return [(pk, place) for place, pk in enumerate(cards.values_list("pk", flat=True))]


def alike(deck, cards):
    """{(kind, fingerprint)} of those of the cards that read like one in the deck."""
    known = set()
    for kind in (BLACK, WHITE):
        there = MODELS[kind].objects.filter(deck=deck.pk)
        for chunk in staging.chunks({card.fingerprint for card in cards if kind_of(card) == kind}):
            known.update((kind, found) for found in there.filter(fingerprint__in=chunk).values_list(
                "fingerprint", flat=True))
    return known


def cards_of(kind, ids, decks):
    """The cards with these ids, as far as they are in these decks, in the order of their decks."""
    found = [card for chunk in staging.chunks(ids)
             for card in MODELS[kind].objects.filter(deck__in=list(decks), pk__in=chunk)]
    return sorted(found, key=lambda card: (card.deck_id, card.position, card.pk))


def count(deck):
    return deck.black_cards.count() + deck.white_cards.count()


def end_of(deck, kind):
    """The position of the next card of this kind."""
    last = MODELS[kind].objects.filter(deck=deck.pk).aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1
