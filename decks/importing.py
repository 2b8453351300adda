"""From parsed packs to decks: first a plan that only reads, then one transaction that stores it.

A deck is found again by where it came from, so its name may be changed in the admin. A pack that has not
changed since it was stored is left alone, with whatever an admin has mended in it; a changed one replaces
all cards of its deck.
"""
from __future__ import unicode_literals

import hashlib
from collections import namedtuple
from itertools import islice

from django.db import transaction
from django.utils.text import slugify

from common.compat import json_dumps
from decks.limits import ADULT, SLUG_LENGTH
from decks.models import PUBLISHED, BlackCard, Deck, WhiteCard
from decks.texts import fingerprint

NEW, SAME, CHANGED = "new", "same", "changed"
STATUSES = (NEW, CHANGED, SAME)

# `decks` is a list of PlannedDeck in the order of the file, `errors` the RowErrors of the parser.
Plan = namedtuple("Plan", "decks errors")
# `pack` is a complete shapes.Pack, `deck` the stored Deck or None.
PlannedDeck = namedtuple("PlannedDeck", "status pack source digest deck")

_FACTS = ("name", "language", "rating", "description", "author", "licence")
_BATCH = 2000


def plan(parsed, rating=ADULT, language="en"):
    """What storing these packs would do. `rating` and `language` are for packs that do not say."""
    stored = {deck.source: deck for deck in Deck.objects.filter(source__startswith=parsed.format + "/")}
    decks, keys = [], set()
    for pack in parsed.packs:
        key = _free(pack.slug or _slug(pack.name), keys)
        keys.add(key)
        pack = pack._replace(rating=pack.rating or rating, language=pack.language or language)
        source = "%s/%s" % (parsed.format, key)
        decks.append(_planned(pack, source, stored.get(source)))
    return Plan(decks, list(parsed.errors))


def counts(plan):
    """{"decks", "new", "changed", "same", "black", "white", "errors"} of a plan, all numbers."""
    found = {status: sum(deck.status == status for deck in plan.decks) for status in STATUSES}
    return dict(found, decks=len(plan.decks), errors=len(plan.errors),
                black=sum(len(deck.pack.black) for deck in plan.decks),
                white=sum(len(deck.pack.white) for deck in plan.decks))


def store(plan):
    """Write every new and changed deck of the plan, or nothing at all if that fails."""
    with transaction.atomic():
        slugs = set(Deck.objects.values_list("slug", flat=True))
        written = [(_saved(planned, slugs), planned.pack) for planned in plan.decks if planned.status != SAME]
        _create(BlackCard, (
            BlackCard(deck=deck, position=position, text=text, fingerprint=fingerprint(text), pick=pick, draw=draw)
            for deck, pack in written for position, (text, pick, draw) in enumerate(pack.black)))
        _create(WhiteCard, (
            WhiteCard(deck=deck, position=position, text=text, fingerprint=fingerprint(text))
            for deck, pack in written for position, text in enumerate(pack.white)))


def _planned(pack, source, deck):
    digest = hashlib.sha256(json_dumps(list(pack)).encode("utf-8")).hexdigest()
    if deck is None:
        status = NEW
    else:
        status = SAME if deck.source_digest == digest else CHANGED
    return PlannedDeck(status, pack, source, digest, deck)


def _saved(planned, slugs):
    deck = planned.deck
    if deck is None:
        deck = Deck(source=planned.source, status=PUBLISHED, slug=_free(planned.source.split("/", 1)[1], slugs))
        slugs.add(deck.slug)
    else:
        deck.black_cards.all().delete()
        deck.white_cards.all().delete()
    for fact in _FACTS:
        setattr(deck, fact, getattr(planned.pack, fact))
    deck.source_digest = planned.digest
    deck.save()
    return deck


def _create(model, cards):
    while True:
        batch = list(islice(cards, _BATCH))
        if not batch:
            return
        model.objects.bulk_create(batch)


def _slug(name):
    """Letters of other alphabets leave nothing to build a slug from; their digest does."""
    slug = slugify(name)[:SLUG_LENGTH].strip("-_")
    return slug or "deck-" + hashlib.sha256(name.encode("utf-8")).hexdigest()[:8]


def _free(slug, taken):
    """The slug itself, or with the first number from 2 that makes it free."""
    candidate, number = slug, 2
    while candidate in taken:
        ending = "-%d" % number
        candidate, number = slug[:SLUG_LENGTH - len(ending)] + ending, number + 1
    return candidate
