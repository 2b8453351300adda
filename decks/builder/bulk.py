"""What is done to many decks at once: rate, tag, pour one into another.

Each deck it changes gets its version.

Whether the person may do it is `access`'s to say, before.
"""
from __future__ import unicode_literals

from collections import namedtuple

from django.db import transaction

from decks.editing import card_edits
from decks.editing.factory import EditError, tidy_tags
from decks.history import versions
from decks.models import ARCHIVED
from decks.review import workflow

# Numbers of cards: those that came, and those that the deck had already.
Merged = namedtuple("Merged", "cards doubles")


def tag(decks, user, give="", take=""):
    """Give the decks the tags in the text `give`, and take from them those in `take`. Raises EditError."""
    taken = set(tidy_tags(take).split())
    with versions.changing_all([deck.pk for deck in decks], user) as locked:
        versions.touch(locked.values(), {})
        for deck in locked.values():
            deck.tags = tidy_tags(" ".join([word for word in deck.tags.split() if word not in taken]
                                           + [give]))
            deck.save(update_fields=["tags"])


def merge(decks, into, user):
    """Copy the cards of the decks to the end of `into`, each that it does not have yet, and archive the
    decks.

    All or nothing. Returns Merged. Raises EditError.
    """
    cards = doubles = 0
    with transaction.atomic():
        for deck in decks:
            for kind, model in card_edits.MODELS.items():
                ids = list(model.objects.filter(deck=deck).values_list("pk", flat=True))
                done = card_edits.copy(deck, kind, ids, into, user)
                cards += len(done.cards)
                doubles += len(done.errors)
                if any(error.problem == card_edits.FULL for error in done.errors):
                    raise EditError("%s has no room for all of these cards." % into)
            if deck.status != ARCHIVED:
                workflow.archive(deck, user)
    return Merged(cards, doubles)
