"""What differs between two deck documents. Pure.

Cards that read the same are the same card; a card in the place of another that shares half its words is that
one, changed.
"""
from __future__ import unicode_literals

import re
from collections import OrderedDict

from decks.cards.texts import fingerprint

CARDS = ("black", "white")
_WORDS = re.compile(r"\w+", re.UNICODE)


def as_dict(card):
    """A card of a document as {"text", ...}."""
    return card if isinstance(card, dict) else {"text": card}


def between(old, new):
    """{"facts": [(name, old, new)], "black": cards, "white": cards}.

    cards is {"added": [card], "removed": [card], "changed": [(old card, new card)], "reordered": bool}; a
    card is a dict.
    """
    facts = [name for name in OrderedDict.fromkeys(list(old) + list(new)) if name not in CARDS]
    found = {kind: _cards(old.get(kind, ()), new.get(kind, ())) for kind in CARDS}
    found["facts"] = [(name, old.get(name, ""), new.get(name, "")) for name in facts
                      if old.get(name, "") != new.get(name, "")]
    return found


def _cards(old, new):
    before, after = _keyed(old), _keyed(new)
    kept = [key for key in after if key in before]
    changed = [(before[key], after[key]) for key in kept if before[key] != after[key]]
    gone, come = _gaps(before, after), _gaps(after, before)
    removed, added = [], []
    for place, cards in gone.items():
        newcomers = come.get(place, [])
        pairs, cards, come[place] = _paired(cards, newcomers)
        changed += pairs
        removed += cards
    for cards in come.values():
        added += cards
    return {"added": added, "removed": removed, "changed": changed,
            "reordered": kept != [key for key in before if key in after]}


def _keyed(cards):
    """{(fingerprint, how many such came before): card} in the order of the cards."""
    keyed, seen = OrderedDict(), {}
    for card in map(as_dict, cards):
        key = fingerprint(card["text"])
        seen[key] = seen.get(key, 0) + 1
        keyed[key, seen[key]] = card
    return keyed


def _gaps(cards, others):
    """{key of the last card before that both have: [cards that only this one has]} in their order."""
    gaps, last = OrderedDict(), None
    for key, card in cards.items():
        if key in others:
            last = key
        else:
            gaps.setdefault(last, []).append(card)
    return gaps


def _paired(old, new):
    """([(old, new)], old left over, new left over) of the cards of one gap; the n-th goes with the n-th."""
    pairs, left, right = [], list(old[len(new):]), list(new[len(old):])
    for before, after in zip(old, new):
        if _alike(before["text"], after["text"]):
            pairs.append((before, after))
        else:
            left.append(before)
            right.append(after)
    return pairs, left, right


def _alike(old, new):
    old, new = (set(_WORDS.findall(text.lower())) for text in (old, new))
    return 2 * len(old & new) >= max(len(old), len(new))
