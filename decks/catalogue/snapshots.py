"""The cards of a game, frozen when it starts, so that later edits of a deck never change a running game.

Games with the same cards share one snapshot, in the database and in memory. Nothing here deals a card.
"""
from __future__ import unicode_literals

import datetime
import hashlib
from collections import namedtuple

from django.utils import timezone

from common.compat import json_dumps, json_loads
from common.storage.recently_used import RecentlyUsed
from common.storage.sweeping import Sweep, let_others_in
from decks.catalogue import dedupe
from decks.catalogue.selection import check_known
from decks.models import BLACK, WHITE, Deck, Snapshot
from decks.stats.rates import rates_of

FrozenBlack = namedtuple("FrozenBlack", "text pick draw")
# `id` is the Snapshot's, `black` a tuple of FrozenBlack, `white` a tuple of texts, `rates` a tuple of numbers
# that say how surely each of these wins, or empty.
Frozen = namedtuple("Frozen", "id black white rates")

cache = RecentlyUsed(16)
# A snapshot that was used within this time is not stamped again.
FRESH = datetime.timedelta(hours=1)
sweep = Sweep(5)


def freeze(deck_ids):
    """Frozen cards of these decks, in whatever order they are named, archived ones too.

    Cards that read alike are there once, hidden ones not at all.
    Raises catalogue.UnknownDeckError when a deck does not exist.
    """
    check_known(deck_ids, set(Deck.objects.values_list("id", flat=True)))
    black = [(card.text, card.pick, card.draw) for card in dedupe.once(BLACK, deck_ids).kept]
    white = [card.text for card in dedupe.once(WHITE, deck_ids).kept]
    return _kept(black, white, deck_ids)


def extend(frozen, deck_ids):
    """Frozen cards that has all of `frozen` at their places, and behind them the cards of these decks that
    read like none of those. Raises catalogue.UnknownDeckError when a deck does not exist.
    """
    check_known(deck_ids, set(Deck.objects.values_list("id", flat=True)))
    old = [dedupe.Card(card.text, card.pick, card.draw, None) for card in frozen.black]
    black = [(card.text, card.pick, card.draw) for card in old + dedupe.more(BLACK, old, deck_ids)]
    old = [dedupe.Card(text, 1, 0, None) for text in frozen.white]
    white = [card.text for card in old + dedupe.more(WHITE, old, deck_ids)]
    return _kept(black, white, deck_ids)


def load(snapshot_id):
    """The Frozen with this id. Raises Snapshot.DoesNotExist."""
    frozen = cache.get(snapshot_id)
    if frozen is None:
        row = Snapshot.objects.get(pk=snapshot_id)
        frozen = Frozen(row.pk, _blacks(json_loads(row.black)), tuple(json_loads(row.white)),
                        tuple(json_loads(row.rates)))
        cache.put(frozen.id, frozen)
    return frozen


def clear_unused(before, in_use):
    """Delete some snapshots with which no game was begun since `before`, a moment more than an hour ago.

    `in_use` gets a set of ids and returns those that must stay.
    """
    found = sweep.bite(Snapshot.objects.filter(used__lt=before).only("id", "used"))
    kept = in_use({row.pk for row in found})
    for row in found:
        if row.pk not in kept:
            # A game that begins just now has set another date, or makes the snapshot anew.
            Snapshot.objects.filter(pk=row.pk, used=row.used).delete()
            let_others_in()


def _kept(black, white, deck_ids):
    """The Frozen of these rows and texts, stored and in memory; how often cards win is of these decks."""
    pk, rates = _stored(json_dumps(black), json_dumps(white), lambda: json_dumps(rates_of(deck_ids, white)))
    frozen = Frozen(pk, _blacks(black), tuple(white), tuple(json_loads(rates)))
    cache.put(frozen.id, frozen)
    return frozen


def _stored(black, white, rates):
    """(id, rates) of the Snapshot with these cards (JSON), which is not cleared away within the next hours.

    `rates()` makes the rates of a new one, and of one that no game was begun with for an hour.
    """
    digest = hashlib.sha256((black + white).encode("utf-8")).hexdigest()
    while True:
        row = Snapshot.objects.only("id", "used", "rates").filter(digest=digest).first()
        now = timezone.now()
        if row is not None and row.used > now - FRESH:
            return row.pk, row.rates
        fresh = rates()
        if row is None:
            row, created = Snapshot.objects.only("id", "used").get_or_create(
                digest=digest, defaults={"black": black, "white": white, "rates": fresh})
        if Snapshot.objects.filter(pk=row.pk).update(used=now, rates=fresh):
            return row.pk, fresh


def _blacks(rows):
    return tuple(FrozenBlack(*row) for row in rows)
