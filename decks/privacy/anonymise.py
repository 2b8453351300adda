"""Takes the names of somebody who leaves out of decks that stay, and out of all their versions.

Names are looked for as whole words in the author of the person's own decks and in attributions; card texts
are left alone.
"""
from __future__ import unicode_literals

import re

from django.db import transaction

from decks import staging
from decks.cards.texts import fingerprint
from decks.history import documents
from decks.models import MODELS

GONE = "Somebody who has left"
# A shorter name is too often a part of another one.
_SHORT = 3


class Names(object):
    """The names of one person."""

    def __init__(self, names):
        names = {name.strip() for name in names if name.strip()}
        words = [r"(?<!\w)%s(?!\w)" % re.escape(name) for name in names if len(name) >= _SHORT]
        alone = [r"\A\s*%s\s*\Z" % re.escape(name) for name in names if len(name) < _SHORT]
        # The longest first, so that of an address not only its beginning goes.
        self._pattern = re.compile("|".join(sorted(words, key=len, reverse=True) + alone) or r"(?!)",
                                   re.IGNORECASE | re.UNICODE)

    def out_of(self, text):
        """The text with GONE in place of the names."""
        return self._pattern.sub(GONE, text)


def leave_deck(deck, names):
    """Take the person out of a deck that was theirs, which is the site's from then on."""
    with transaction.atomic():
        locked = staging.lock(deck.pk)
        locked.owner, locked.author = None, names.out_of(locked.author)
        locked.save(update_fields=["owner", "author"])
        _rewrite(locked, names.out_of, lambda card, attribution: names.out_of(attribution))


def forget_proposals(deck, proposals):
    """Take the attributions of these accepted proposals off their cards in the deck."""
    given = {(fingerprint(proposal.text), proposal.attribution) for proposal in proposals}

    def without(text, attribution):
        return "" if (fingerprint(text), attribution) in given else attribution

    with transaction.atomic():
        _rewrite(staging.lock(deck.pk), lambda author: author, without)


def _rewrite(deck, author, attribution):
    """Pass the attributions of the locked deck's cards, and all that its versions tell,
    through these functions.
    """
    for model in MODELS.values():
        for pk, text, old in list(model.objects.filter(deck=deck).exclude(attribution="").values_list(
                "pk", "text", "attribution")):
            if attribution(text, old) != old:
                model.objects.filter(pk=pk).update(attribution=attribution(text, old))
    for pk in list(deck.versions.values_list("pk", flat=True)):
        documents.pass_through(deck.versions.get(pk=pk), author, attribution)
