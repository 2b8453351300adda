"""The history of published decks: every change is a version with who, when, and the whole content.

A version is stored as all cards or, where it is known which cards a change touched, as what differs from the
version before (`version_cards`). So a change of one card in a deck of thousands reads and writes a few rows
while others wait for its lock; what is heavy is made ready before (`prepare`). What a version
tells is read by `documents`, what differs between two by `differences`, and `restoring` brings one back.
"""
from __future__ import unicode_literals

import datetime
from collections import OrderedDict
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from common.compat import json_dumps, json_loads
from decks import staging
from decks.history import documents, version_cards
from decks.limits import NAME_LENGTH
from decks.models import MODELS, PUBLISHED, Deck, DeckVersion

# Changes without a note that one person makes within this time are one version, unless they grow longer than
# so many characters.
FOLD, FOLD_LENGTH = datetime.timedelta(minutes=10), 50000
BEFORE = "As it was before its first change here"
# So many versions may follow each other before one of them is stored whole again.
CHAIN = 100
# When this part of the cards has changed, and more than so few cards, storing all of them costs no more.
PART, FEW = 4, 200


@contextmanager
def changing(deck, user, note=""):
    """Everything that is changed inside is one transaction, alone on its deck, and makes a version if that is
    due.

    Gives the deck as it is stored now, locked. Raises Deck.DoesNotExist when somebody has deleted it
    meanwhile.
    """
    with changing_all([deck.pk], user, note) as locked:
        yield locked[deck.pk]


@contextmanager
def changing_all(ids, user, note=""):
    """`changing` for several decks at once; gives {id: locked deck}."""
    prepare(ids)
    with transaction.atomic():
        # Always in the same order, so that two people who move cards to and fro never wait for each other.
        locked = OrderedDict((pk, staging.lock(pk)) for pk in sorted(set(ids)))
        for deck in locked.values():
            if deck.status == PUBLISHED and not deck.version:
                keep(deck, None, BEFORE)
        yield locked
        for deck in locked.values():
            record(deck, user, note)


def touch(decks, undoing):
    """Tell which cards of these locked decks were changed: those that `undoing`, the inverse of
    changes.apply, would change.

    For a deck that nobody tells this of, `record` reads and stores all cards. With {} only the facts were
    changed.
    """
    for deck in decks:
        touched = getattr(deck, "touched", {kind: {} for kind in MODELS})
        for kind, part in undoing.items():
            before = {row[0]: row[:1] + row[2:] for row in part.get("put", ()) if row[1] == deck.pk}
            ids = set(part.get("remove", ())).union(row[0] for row in part.get("put", ()))
            places = dict(part.get("places", ()))
            for pk in ids.union(places):
                touched[kind].setdefault(pk, before.get(pk))
            # Of cards that were only moved nobody has the old rows; that they were there is all that counts.
            touched[kind].update((pk, [pk, place]) for pk, place in places.items()
                                 if touched[kind][pk] is None)
        deck.touched = touched


def record(deck, user, note=""):
    """Store what the locked deck has become, unless nothing changed, or it is a draft that no version was
    kept of.

    Returns the DeckVersion or None. A version with a note stands by itself; others of one person fold into
    one.
    """
    if deck.status != PUBLISHED and not deck.version:
        return None
    last, facts = _last(deck), documents.facts_of(deck)
    found = _difference(deck, last)
    if found is None:
        return _record_whole(deck, last, user, note, facts)
    difference, cards = found
    if not difference and json_dumps(facts) == last.facts:
        return last
    if last.base != last.number and _folds(last, user, note):
        folded = json_dumps(version_cards.merged(json_loads(last.document), difference))
        if len(folded) <= FOLD_LENGTH:
            return _rewrite(last, facts, folded, last.base, cards)
    return _store(deck, user, note, facts, json_dumps(difference), last.base, cards)


def keep(deck, user, note):
    """Store the locked deck as it is, whatever its state, to come back to. Returns the DeckVersion."""
    written = _written(version_cards.whole(deck), deck.version + 1)
    return _store(deck, user, note, documents.facts_of(deck), *written)


def prepare(ids):
    """Before a transaction that changes these decks: see to it that their newest versions can be built upon.

    That may take as long as storing all cards does, but holds no lock while it reads. In a transaction it
    would, and so it leaves that to `record`.
    """
    if connection.in_atomic_block:
        return
    for deck in Deck.objects.filter(pk__in=list(ids)):
        if deck.status == PUBLISHED or deck.version:
            last = _last(deck)
            if last is None or last.base is None:
                _lay_base(deck, last)
            elif last.number - last.base > CHAIN:
                _shorten(deck, last.number - 1)


def _last(deck):
    """The newest version of a deck, without its cards until they are asked for, or None."""
    return deck.versions.order_by("-number").defer("document").first()


def _written(cards, number):
    """(document, base, cards) of a version with this number that holds all these cards."""
    return json_dumps(cards), number, sum(map(len, cards.values()))


def _difference(deck, last):
    """(what differs from the newest version, how many cards there are);
    None when only all cards together can tell.
    """
    touched = getattr(deck, "touched", None)
    if touched is None or last is None or last.base is None:
        return None
    if sum(map(len, touched.values())) > max(FEW, last.cards // PART):
        return None
    difference, cards = {}, last.cards
    for kind, before in touched.items():
        now = version_cards.some(deck, kind, before)
        put, ids = [row for row in now if row != before[row[0]]], {row[0] for row in now}
        gone = sorted(pk for pk, row in before.items() if row is not None and pk not in ids)
        cards += sum(before[pk] is None for pk in ids) - len(gone)
        if put or gone:
            difference[kind] = {"put": put, "gone": gone}
    # Somebody has changed cards without a word to us.
    return (difference, cards) if cards == version_cards.count(deck) else None


def _record_whole(deck, last, user, note, facts):
    cards = version_cards.whole(deck)
    if last is not None and documents.tells(last, facts, cards):
        return last
    if last is not None and _folds(last, user, note):
        return _rewrite(last, facts, *_written(cards, last.number))
    return _store(deck, user, note, facts, *_written(cards, deck.version + 1))


def _folds(version, user, note):
    return (not note and not version.note and user is not None and version.user_id == user.pk
            and timezone.now() - version.created < FOLD)


def _store(deck, user, note, facts, document, base, cards):
    Deck.objects.filter(pk=deck.pk).update(version=F("version") + 1)
    deck.version += 1
    return DeckVersion.objects.create(deck=deck, number=deck.version, user=user, note=note[:NAME_LENGTH],
                                      facts=json_dumps(facts), document=document, base=base, cards=cards)


def _rewrite(version, facts, document, base, cards):
    version.facts, version.document, version.base, version.cards = json_dumps(facts), document, base, cards
    version.save(update_fields=["facts", "document", "base", "cards"])
    return version


def _lay_base(deck, last):
    """Store the deck, as it was read, whole: as its first version,
    or in place of a newest one in the old form.
    """
    facts, cards = documents.facts_of(deck), version_cards.whole(deck)
    if last is not None and not documents.tells(last, facts, cards):
        return  # it was changed without a version, so its next one is whole anyway
    written = _written(cards, 1 if last is None else last.number)
    with _unchanged(deck) as ours:
        if ours and last is None:
            _store(deck, None, BEFORE, facts, *written)
        elif ours:
            _rewrite(last, facts, *written)


def _shorten(deck, number):
    """Store the version with this number whole, so that those after it need nothing from before it."""
    version = deck.versions.get(number=number)
    cards = json_dumps(documents.cards_of(version))
    with _unchanged(deck) as ours:
        if ours:
            deck.versions.filter(number__gte=number, base=version.base).update(base=number)
            deck.versions.filter(pk=version.pk).update(document=cards)


@contextmanager
def _unchanged(deck):
    """A transaction that locks the deck; gives whether it is still as it was read, versions included."""
    with transaction.atomic():
        yield bool(Deck.objects.filter(pk=deck.pk, revision=deck.revision,
                                       version=deck.version).update(version=F("version")))
