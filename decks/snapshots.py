"""The cards of a game, frozen when it starts, so that later edits of a deck never change a running game.

Games with the same cards share one snapshot, in the database and in memory. Nothing here deals a card.
"""
from __future__ import unicode_literals

import hashlib
from collections import OrderedDict, namedtuple
from threading import Lock

from common.compat import json_dumps, json_loads
from decks import dealing
from decks.catalogue import check_known
from decks.models import BLACK, WHITE, Deck, Snapshot

FrozenBlack = namedtuple("FrozenBlack", "text pick draw")
# `id` is the Snapshot's, `black` a tuple of FrozenBlack, `white` a tuple of texts.
Frozen = namedtuple("Frozen", "id black white")


class RecentlyUsed(object):
    """A small dictionary safe between threads that forgets what nobody asked for longest."""

    def __init__(self, size):
        self._size, self._values, self._lock = size, OrderedDict(), Lock()

    def get(self, key):
        with self._lock:
            value = self._values.pop(key, None)
            if value is not None:
                self._values[key] = value
            return value

    def put(self, key, value):
        with self._lock:
            self._values.pop(key, None)
            self._values[key] = value
            while len(self._values) > self._size:
                self._values.popitem(last=False)

    def clear(self):
        with self._lock:
            self._values.clear()


cache = RecentlyUsed(16)


def freeze(deck_ids):
    """Frozen cards of these decks, in whatever order they are named, archived ones too.

    Cards that read alike are there once, hidden ones not at all.
    Raises catalogue.UnknownDeck when a deck does not exist.
    """
    check_known(deck_ids, set(Deck.objects.values_list("id", flat=True)))
    black = [(card.text, card.pick, card.draw) for card in dealing.once(BLACK, deck_ids).kept]
    white = [card.text for card in dealing.once(WHITE, deck_ids).kept]
    black_json, white_json = json_dumps(black), json_dumps(white)
    digest = hashlib.sha256((black_json + white_json).encode("utf-8")).hexdigest()
    row, _created = Snapshot.objects.only("id").get_or_create(
        digest=digest, defaults={"black": black_json, "white": white_json})
    frozen = Frozen(row.pk, _blacks(black), tuple(white))
    cache.put(frozen.id, frozen)
    return frozen


def load(snapshot_id):
    """The Frozen with this id. Raises Snapshot.DoesNotExist."""
    frozen = cache.get(snapshot_id)
    if frozen is None:
        row = Snapshot.objects.get(pk=snapshot_id)
        frozen = Frozen(row.pk, _blacks(json_loads(row.black)), tuple(json_loads(row.white)))
        cache.put(frozen.id, frozen)
    return frozen


def _blacks(rows):
    return tuple(FrozenBlack(*row) for row in rows)
