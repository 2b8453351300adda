"""The cards of a version in their stored form: all of them, or what differs from the version before.

A row is a list of the values of FIELDS. *Whole* cards are {"black": [row], "white": [row]}, in the order of
their ids; a
*difference* is {kind: {"put": [row], "gone": [id]}}, without the kinds that did not change. A row that is put
takes the place of the one with its id, if there was one.
"""
from __future__ import unicode_literals

from collections import OrderedDict

from decks.cards.texts import draw_for
from decks.models import BLACK, MODELS, WHITE
from decks.staging import chunks

_COMMON = ("id", "position", "text", "tags", "attribution")
FIELDS = {BLACK: _COMMON + ("pick", "draw"), WHITE: _COMMON}
_ID, _POSITION, _TEXT, _ATTRIBUTION = 0, 1, 2, 4


def whole(deck):
    """All cards of a deck."""
    return {kind: [list(row) for row in model.objects.filter(deck=deck.pk).order_by("pk").values_list(
        *FIELDS[kind])]
            for kind, model in MODELS.items()}


def some(deck, kind, ids):
    """The rows of those of these cards that are in the deck."""
    cards = MODELS[kind].objects.filter(deck=deck.pk)
    return [list(row) for chunk in chunks(ids)
            for row in cards.filter(pk__in=chunk).order_by("pk").values_list(*FIELDS[kind])]


def count(deck):
    return sum(model.objects.filter(deck=deck.pk).count() for model in MODELS.values())


def is_whole(cards):
    return all(isinstance(cards.get(kind), list) for kind in MODELS)


def added_up(chain):
    """Whole cards: the first of the chain is whole, each other one is a difference from the one before,
    or whole itself.
    """
    rows = {}
    for cards in chain:
        if is_whole(cards):
            rows = {kind: {row[_ID]: row for row in cards[kind]} for kind in MODELS}
        else:
            for kind, part in cards.items():
                for pk in part["gone"]:
                    rows[kind].pop(pk, None)
                rows[kind].update((row[_ID], row) for row in part["put"])
    return {kind: [row for _, row in sorted(found.items())] for kind, found in rows.items()}


def read_alike(one, other):
    """Whether whole cards read like others, in the same order, whatever their ids and places are."""
    return all([row[_TEXT:] for row in sorted(one[kind], key=_place)]
               == [row[_TEXT:] for row in sorted(other[kind], key=_place)] for kind in MODELS)


def merged(older, newer):
    """One difference instead of two that follow each other."""
    found = {}
    for kind in set(older) | set(newer):
        put, gone = {}, set()
        for part in (older.get(kind), newer.get(kind)):
            if part:
                gone.update(part["gone"])
                put = {pk: row for pk, row in put.items() if pk not in part["gone"]}
                put.update((row[_ID], row) for row in part["put"])
                gone.difference_update(put)
        found[kind] = {"put": [row for _, row in sorted(put.items())], "gone": sorted(gone)}
    return found


def with_attributions(cards, attribution):
    """The same cards, whole or a difference, with each attribution passed through attribution(text, old)."""
    if is_whole(cards):
        return {kind: [_attributed(row, attribution) for row in rows] for kind, rows in cards.items()}
    return {kind: dict(part, put=[_attributed(row, attribution) for row in part["put"]])
            for kind, part in cards.items()}


def document(facts, cards):
    """Facts and whole cards as our deck file: the facts, "black": [{"text", "pick", ...}] and "white": [text
    or dict].

    A card names its draw, tags and attribution only where there is something to say.
    """
    made = OrderedDict(facts)
    made["black"] = [_black(*row[_TEXT:]) for row in sorted(cards[BLACK], key=_place)]
    made["white"] = [_white(*row[_TEXT:]) for row in sorted(cards[WHITE], key=_place)]
    return made


def _place(row):
    return row[_POSITION], row[_ID]


def _attributed(row, attribution):
    return row[:_ATTRIBUTION] + [attribution(row[_TEXT], row[_ATTRIBUTION])] + row[_ATTRIBUTION + 1:]


def _black(text, tags, attribution, pick, draw):
    card = OrderedDict([("text", text), ("pick", pick)])
    if draw != draw_for(pick):
        card["draw"] = draw
    return _with_extras(card, tags, attribution)


def _white(text, tags, attribution):
    return _with_extras(OrderedDict(text=text), tags, attribution) if tags or attribution else text


def _with_extras(card, tags, attribution):
    if tags:
        card["tags"] = tags
    if attribution:
        card["attribution"] = attribution
    return card
