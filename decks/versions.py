"""The history of published decks: every change is a version with who, when and the whole content.

A version is stored whole, as our deck file; what differs between two of them is computed when somebody asks, and `restoring`
brings one back.
"""
from __future__ import unicode_literals

import datetime
from collections import OrderedDict
from contextlib import contextmanager

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from common.compat import json_dumps, json_loads
from decks.differences import between
from decks.limits import NAME_LENGTH
from decks.models import PUBLISHED, Deck, DeckVersion
from decks.texts import draw_for

# What a version brings back. The rating stays as reviewers left it, and an address once given stays good.
RESTORED = ("name", "language", "description", "author", "licence", "source_note", "tags")
FACTS = ("name", "slug", "language", "rating") + RESTORED[2:]
# Changes without a note that one person makes within this time are one version.
FOLD = datetime.timedelta(minutes=10)
BEFORE = "As it was before its first change here"


@contextmanager
def changing(deck, user, note=""):
    """Everything that is changed inside is one transaction, alone on its deck, and makes a version if that is due.

    Gives the deck as it is stored now, locked. Raises Deck.DoesNotExist when somebody has deleted it meanwhile.
    """
    with changing_all([deck.pk], user, note) as locked:
        yield locked[deck.pk]


@contextmanager
def changing_all(ids, user, note=""):
    """`changing` for several decks at once; gives {id: locked deck}."""
    with transaction.atomic():
        # Always in the same order, so that two people who move cards to and fro never wait for each other.
        locked = OrderedDict((pk, lock(pk)) for pk in sorted(set(ids)))
        for deck in locked.values():
            if deck.status == PUBLISHED and not deck.version:
                keep(deck, None, BEFORE)
        yield locked
        for deck in locked.values():
            record(deck, user, note)


def lock(pk):
    """The deck as it is stored now, ours until the transaction ends: writing first locks on both databases."""
    Deck.objects.filter(pk=pk).update(updated=timezone.now())
    return Deck.objects.get(pk=pk)


def record(deck, user, note=""):
    """Store what the locked deck has become, unless nothing changed, or it is a draft that no version was kept of.

    Returns the DeckVersion or None. A version with a note stands by itself; others of one person fold into one.
    """
    if deck.status != PUBLISHED and not deck.version:
        return None
    content = json_dumps(document(deck))
    last = deck.versions.order_by("-number").first()
    if last is not None and last.document == content:
        return last
    if last is not None and not note and _folds(last, user):
        last.document = content
        last.save(update_fields=["document"])
        return last
    return _store(deck, user, note, content)


def keep(deck, user, note):
    """Store the locked deck as it is, whatever its state, to come back to. Returns the DeckVersion."""
    return _store(deck, user, note, json_dumps(document(deck)))


def document(deck):
    """The deck as our deck file: a dict of its facts, "black": [{"text", "pick", ...}] and "white": [text or dict].

    A card names its draw, tags and attribution only where there is something to say.
    """
    facts = OrderedDict((fact, getattr(deck, fact)) for fact in FACTS)
    facts["black"] = [_black(*row) for row in _in_order(deck.black_cards).values_list(
        "text", "pick", "draw", "tags", "attribution")]
    facts["white"] = [_white(*row) for row in _in_order(deck.white_cards).values_list("text", "tags", "attribution")]
    return facts


def content(version):
    """The document of a stored version."""
    return json_loads(version.document)


def diff(old, new):
    """What differs between two documents, as differences.between tells it."""
    return between(old, new)


def _folds(version, user):
    return (not version.note and user is not None and version.user_id == user.pk
            and timezone.now() - version.created < FOLD)


def _store(deck, user, note, content):
    Deck.objects.filter(pk=deck.pk).update(version=F("version") + 1)
    deck.version += 1
    return DeckVersion.objects.create(deck=deck, number=deck.version, user=user, note=note[:NAME_LENGTH], document=content)


def _in_order(cards):
    return cards.order_by("position", "pk")


def _black(text, pick, draw, tags, attribution):
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
