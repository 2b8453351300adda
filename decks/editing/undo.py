"""Changes of cards as plain data, each with the change that undoes it; people may carry that away and bring
it back.

A change is {kind: {"remove": [id], "put": [row], "places": [[id, position]]}}; a row is a card with its deck
and its id, so that what comes back is the same card. Decides nothing: limits, locks and versions are
`card_edits`'.
"""
from __future__ import unicode_literals

from itertools import islice

from django.core import signing
from django.db.models import F

from decks.cards.texts import fingerprint
from decks.editing.factory import kind_of
from decks.models import BLACK, MODELS, WHITE
from decks.staging import chunks

_COMMON = ("id", "deck_id", "position", "text", "tags", "attribution")
FIELDS = {BLACK: _COMMON + ("pick", "draw"), WHITE: _COMMON}
# How many cards one query may bring.
_BATCH = 2000
_SALT = "decks.undo"
UNDO_SECONDS = 24 * 3600
# What a browser can bring back in one request.
TOKEN_LENGTH = 1000000


class StaleUndoError(ValueError):
    """This undo is too old, somebody else's, or no undo at all."""


def as_row(card):
    return [getattr(card, field) for field in FIELDS[kind_of(card)]]


def create(model, cards):
    """Store new cards, which may be any iterable, some thousands at a time."""
    cards = iter(cards)
    while True:
        # A batch_size would let the old Django ask more of SQLite than it can bear.
        batch = list(islice(cards, _BATCH))
        if not batch:
            return
        model.objects.bulk_create(batch)


def append(deck, kind, cards):
    """Store new cards that have their positions at the end of the locked deck.

    Returns their ids, in their order.
    """
    if not cards:
        return []
    create(MODELS[kind], cards)
    # The old stack does not tell the ids of what it has created.
    there = MODELS[kind].objects.filter(deck=deck.pk, position__gte=cards[0].position)
    return list(there.order_by("position").values_list("pk", flat=True))


def apply(change, decks):
    """Do it to the cards of these decks (ids), which the caller has locked, and to no others.

    Returns the inverse change; parts in which nothing happened are left out.
    """
    inverse = {kind: _apply(kind, change[kind], list(decks)) for kind in (BLACK, WHITE) if kind in change}
    return {kind: part for kind, part in inverse.items() if part}


def pack(change, decks, user):
    """The change as a text that only we can make, good for a day and this person;
    "" when it is too long to carry.
    """
    token = signing.dumps({"change": change, "decks": sorted(decks), "user": user.pk}, salt=_SALT,
                          compress=True)
    return token if len(token) <= TOKEN_LENGTH else ""


def unpack(token, user):
    """(change, ids of the decks that it touches). Raises StaleUndoError."""
    try:
        content = signing.loads(token, salt=_SALT, max_age=UNDO_SECONDS)
    except signing.BadSignature:
        raise StaleUndoError()
    if content["user"] != user.pk:
        raise StaleUndoError()
    return content["change"], content["decks"]


def _apply(kind, part, decks):
    model, put = MODELS[kind], part.get("put", ())
    touched = chunks(set(part.get("remove", ())).union(row[0] for row in put))
    before = [list(row) for chunk in touched for row in
              model.objects.filter(deck__in=decks, pk__in=chunk).order_by("pk").values_list(*FIELDS[kind])]
    for chunk in touched:
        model.objects.filter(deck__in=decks, pk__in=chunk).delete()
    # What is still there has gone to another deck meanwhile and stays there.
    away = {pk for chunk in touched for pk in model.objects.filter(pk__in=chunk).values_list("pk", flat=True)}
    coming = [_card(kind, row) for row in put if row[0] not in away and row[1] in decks]
    create(model, coming)
    new = {card.pk for card in coming} - {row[0] for row in before}
    inverse = {"remove": sorted(new), "put": before, "places": _place(model, part.get("places", ()), decks)}
    return {name: value for name, value in inverse.items() if value}


def _place(model, places, decks):
    """Write the positions of cards; returns [[id, position before]] of those that were elsewhere."""
    wanted = dict(places)
    cards = model.objects.filter(deck__in=decks)
    before = [[pk, position] for chunk in chunks(wanted)
              for pk, position in cards.filter(pk__in=chunk).values_list("pk", "position")
              if wanted[pk] != position]
    # Moving one card shifts many by one: a query for each distance instead of each card.
    shifts = {}
    for pk, position in before:
        shifts.setdefault(wanted[pk] - position, []).append(pk)
    for distance, ids in shifts.items():
        for chunk in chunks(ids):
            cards.filter(pk__in=chunk).update(position=F("position") + distance)
    return before


def _card(kind, row):
    card = MODELS[kind](**dict(zip(FIELDS[kind], row)))
    card.fingerprint = fingerprint(card.text)
    return card
