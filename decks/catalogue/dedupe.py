"""Which cards a game deals from its decks: each joke once, however often and in whatever wording it stands in
them.

Cards that read the same (no case, no spacing, no final period) are one card, and so are cards that read
nearly the same and have the same pick. Of two such cards the first one is dealt, in the order of decks and
places. Reads only.
"""
from __future__ import unicode_literals

import hashlib
import itertools
from collections import OrderedDict, namedtuple

from common.compat import json_dumps
from common.storage.recently_used import RecentlyUsed
from decks.cards.similarity import Nearby
from decks.cards.texts import card_key
from decks.catalogue.selection import dealt, playable
from decks.models import BLACK, WHITE, Deck

# Nobody meets both of two near ones in a game with more cards than this, and looking for them would delay its
# start.
MOST_COMPARED = 5000
NO_END = 10 ** 9

# {digest of picks and texts: result} of _near_pairs: a room that is opened and a game that starts ask for the
# cards of the same decks again and again.
_compared = RecentlyUsed(256)

# White cards have pick 1 and draw 0.
Card = namedtuple("Card", "text pick draw deck_id")
# `kept` is a list of Card; `dropped` a list of (Card, the kept one that it reads like).
Once = namedtuple("Once", "kept dropped")


def once(kind, deck_ids):
    """The Once of these decks' black or white cards, without those that no game deals."""
    return apart(_cards(kind, deck_ids))


def more(kind, cards, deck_ids):
    """The cards of these decks that read like none of `cards`, a list of Card without a deck, nor like each
    other.
    """
    found = apart(itertools.chain(cards, _cards(kind, deck_ids)))
    return [card for card in found.kept if card.deck_id is not None]


def doubles(summaries):
    """{"black", "white"}: how many cards of these summaries (catalogue.summaries) are not dealt,
    because another one is.
    """
    ids = [summary["id"] for summary in summaries]
    return {kind: sum(summary[kind] for summary in summaries) - _count(kind, ids) for kind in (BLACK, WHITE)}


def undealt(deck_ids):
    """[{"kind", "text", "deck", "like", "like_deck"}]: the cards that `doubles` counts,
    and which ones are dealt instead.
    """
    names, told = dict(Deck.objects.filter(pk__in=deck_ids).values_list("pk", "name")), []
    for kind in (BLACK, WHITE):
        found = once(kind, deck_ids)
        # What stands in one deck twice is counted as one card of it.
        seen = {(card.deck_id, card_key(card.text)) for card in found.kept}
        for card, like in found.dropped:
            mark = card.deck_id, card_key(card.text)
            if mark not in seen:
                seen.add(mark)
                told.append({"kind": kind, "text": card.text, "deck": names[card.deck_id],
                             "like": like.text, "like_deck": names[like.deck_id]})
    return told


def apart(cards):
    """The Once of an iterable of Cards."""
    first, dropped = OrderedDict(), []
    for card in cards:
        same = first.setdefault(card_key(card.text), card)
        if same is not card:
            dropped.append((card, same))
    if len(first) > MOST_COMPARED:
        return Once(list(first.values()), dropped)
    different = list(first.values())
    near = _near_pairs(different)
    dropped += [(different[place], different[other]) for place, other in near]
    gone = {place for place, _ in near}
    return Once([card for place, card in enumerate(different) if place not in gone], dropped)


def _near_pairs(cards):
    """[(place, other)]: the cards, by place, that read nearly like an earlier one that is kept."""
    compared = json_dumps([(card.pick, card.text) for card in cards])
    digest = hashlib.sha256(compared.encode("utf-8")).digest()
    pairs = _compared.get(digest)
    if pairs is None:
        pairs = _compare(cards)
        _compared.put(digest, pairs)
    return pairs


def _compare(cards):
    pairs, shelf = [], Nearby(NO_END)
    for place, card in enumerate(cards):
        near = (other for _similarity, other in shelf.near(card.text))
        like = next((other for other in near if cards[other].pick == card.pick), None)
        if like is None:
            shelf.add(card.text, place)
        else:
            pairs.append((place, like))
    return pairs


def _cards(kind, deck_ids):
    rows = _of(kind, deck_ids).order_by("deck_id", "position", "id")
    if kind == BLACK:
        return (Card(*row) for row in rows.values_list("text", "pick", "draw", "deck_id"))
    return (Card(text, 1, 0, deck) for text, deck in rows.values_list("text", "deck_id"))


def _count(kind, deck_ids):
    """How many cards `once` keeps, without reading many."""
    count = _of(kind, deck_ids).order_by().values("fingerprint").distinct().count()
    return count if count > MOST_COMPARED else len(once(kind, deck_ids).kept)


def _of(kind, deck_ids):
    return (playable() if kind == BLACK else dealt()).filter(deck__in=deck_ids)
