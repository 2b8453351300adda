"""Where the sample files are, and short ways to put decks on the shelf."""
from __future__ import unicode_literals

import io
import json
import os

from decks.cards.texts import fingerprint
from decks.imports import formats, planning, storing
from decks.imports.reading.shapes import Pack, Parsed
from decks.models import PUBLISHED, BlackCard, Deck, HiddenCard, WhiteCard

SAMPLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "samples", "jah_compact.json")


def sample():
    """The sample file as a document that a test may spoil."""
    with io.open(SAMPLE, encoding="utf-8") as source:
        return json.load(source)


def as_bytes(document):
    return json.dumps(document).encode("ascii")


def import_document(document, **options):
    """The plan that was stored."""
    plan = planning.plan(formats.parse(as_bytes(document)), **options)
    storing.store(plan)
    return plan


def starter(name, **facts):
    """Store one starter deck with a black and a white card. Returns it."""
    pack = Pack(name, (("Why? _", 1, 0),), ("Tea",), **facts)
    storing.store(planning.plan(Parsed("starter", (pack,), ())))
    return Deck.objects.get(name=name)


def a_deck(name, black=(), white=(), **fields):
    """A published deck; `black` holds (text, pick) pairs."""
    fields.setdefault("status", PUBLISHED)
    fields.setdefault("slug", name.lower().replace(" ", "-"))
    deck = Deck.objects.create(name=name, **fields)
    for position, (text, pick) in enumerate(black):
        BlackCard.objects.create(deck=deck, text=text, fingerprint=fingerprint(text), pick=pick,
                                 position=position)
    for position, text in enumerate(white):
        WhiteCard.objects.create(deck=deck, text=text, fingerprint=fingerprint(text), position=position)
    return deck


def hide(kind, text):
    """Hide a card everywhere."""
    HiddenCard.objects.create(kind=kind, text=text, fingerprint=fingerprint(text))
