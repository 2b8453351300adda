"""Brings back what a deck was, or what a copy of it says, in transactions as short as those of an import:
cards that it still has stay where they are.

What a version holds is told by `documents`; many cards that are missing are put together in a staged deck
(`staging`).
"""
from __future__ import unicode_literals

from collections import Counter, namedtuple
from contextlib import contextmanager

from django.db import transaction
from django.db.models import F

from decks import staging
from decks.cards.texts import draw_for, fingerprint
from decks.history import documents, versions
from decks.history.differences import as_dict
from decks.models import BlackCard, Deck, WhiteCard
from decks.staging import chunks

# So often a deck may change while its old cards are put together; then it is locked meanwhile.
TRIES = 3
# Cards move by the commonest distances only, a few statements each; others are written anew in their new
# places.
DISTANCES = 20

_EVERY_CARD = ("text", "tags", "attribution")
_FIELDS = ((BlackCard, _EVERY_CARD + ("pick", "draw")), (WhiteCard, _EVERY_CARD))

# What becomes of the cards of one kind: `gone` are ids, `moves` is {distance: ids}, `new` are cards of no
# deck yet.
_Change = namedtuple("_Change", "model gone moves new")


def restore(deck, number, user):
    """Bring back cards and facts of the version with this number, which is a change like any other.

    Returns the deck. Raises Deck.DoesNotExist, DeckVersion.DoesNotExist.
    """
    version = deck.versions.get(number=number)
    return become(deck, documents.content(version), user, "Version %d again" % number)


def become(deck, document, user, note, **facts):
    """Give the deck the cards and facts of a document (documents.document), and these other facts of a Deck,
    in one change with this note. Returns the deck. Raises Deck.DoesNotExist.
    """
    for _ in range(TRIES):
        try:
            return _become(deck, document, user, note, facts)
        except staging.StaleDeckError:
            pass
    with transaction.atomic():
        staging.lock(deck.pk)
        return _become(deck, document, user, note, facts)


def _become(deck, document, user, note, others):
    seen = Deck.objects.get(pk=deck.pk)
    changes = [_change(seen, model, fields, _facts(document, model)) for model, fields in _FIELDS]
    with _coming(seen.name, [card for change in changes for card in change.new]) as put:
        staging.lock_unchanged(seen)
        with versions.changing(seen, user, note) as locked:
            for fact in documents.RESTORED:
                setattr(locked, fact, document[fact])
            locked.source_digest = ""  # it is no longer what was imported, so importing it again is a change
            for name, value in others.items():
                setattr(locked, name, value)
            locked.save()
            for change in changes:
                staging.remove_cards(locked, change.model, change.gone)
                _move(change)
            put(locked)
    return locked


@contextmanager
def _coming(name, cards):
    """A short transaction; gives the function that puts these cards into a deck."""
    if len(cards) > staging.BATCH:
        batches = (cards[start:start + staging.BATCH] for start in range(0, len(cards), staging.BATCH))
        with staging.staged_cards(name, batches) as staged:
            yield lambda deck: staging.move_cards(staged, deck)
    else:
        with staging.short_transaction():
            yield lambda deck: staging.create_cards(cards, deck)


def _facts(document, model):
    """The cards of one kind, each as a tuple of the values of its _FIELDS."""
    if model is WhiteCard:
        return [_said(as_dict(card)) for card in document["white"]]
    return [_said(card) + (card["pick"], card.get("draw", draw_for(card["pick"])))
            for card in document["black"]]


def _said(card):
    return card["text"], card.get("tags", ""), card.get("attribution", "")


def _change(deck, model, fields, wanted):
    """The _Change after which the deck has the wanted cards, in their order."""
    there = {}
    # Backwards, because the last of a list is the first that is taken.
    for row in model.objects.filter(deck=deck).order_by("-position",
                                                        "-pk").values_list("pk", "position", *fields):
        there.setdefault(row[2:], []).append(row[:2])
    stays, new = [], []
    for position, facts in enumerate(wanted):
        if there.get(facts):
            pk, old = there[facts].pop()
            stays.append((pk, position - old, position, facts))
        else:
            new.append((position, facts))
    gone = [pk for rows in there.values() for pk, _ in rows]
    # Where most of the cards go, all go: that is one statement.
    often = Counter(distance for _, distance, _, _ in stays).most_common(DISTANCES if len(stays) >= len(gone)
                                                                         else 0)
    moves = {distance: [] for distance, _ in often}
    for pk, distance, position, facts in stays:
        if distance in moves:
            moves[distance].append(pk)
        else:
            gone.append(pk)
            new.append((position, facts))
    moves.pop(0, None)
    return _Change(model, gone, moves, [
        model(position=position, fingerprint=fingerprint(facts[0]), **dict(zip(fields, facts)))
        for position, facts in new])


def _move(change):
    for distance, ids in change.moves.items():
        for chunk in chunks(ids):
            change.model.objects.filter(pk__in=chunk).update(position=F("position") + distance)
