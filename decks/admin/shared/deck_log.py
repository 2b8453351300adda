"""The admin's history of each deck: what is done to many decks, or to many cards, is one entry for each."""
from __future__ import unicode_literals

from django.contrib.admin.models import CHANGE, LogEntry

from decks import staging
from decks.admin.shared import permissions
from decks.admin.shared.telling import counted
from decks.models import MODELS, Deck


def write(user, told, flag=CHANGE):
    """`told` is [(deck, what was done to it)]."""
    LogEntry.objects.bulk_create([permissions.log_entry(user, deck, text, flag) for deck, text in told])


def holders(kind, fingerprint):
    """The ids of the decks that have this text."""
    return set(MODELS[kind].objects.filter(fingerprint=fingerprint, deck__staged=False).order_by()
               .values_list("deck", flat=True))


class Touched(object):
    """Counts how many cards of each deck a piece of work is about, until one entry for each is written at its
    end. `document`, for JSON, is what an earlier worker has left.
    """

    def __init__(self, document=()):
        self.counts = dict(document)

    def add(self, ids, cards=1):
        for pk in ids:
            self.counts[pk] = self.counts.get(pk, 0) + cards

    def document(self):
        return sorted(self.counts.items())

    def write(self, user, told, progress):
        """`told` has a place for "3 cards". Once, however many workers come to this."""
        if progress.left.get("written"):
            return
        with staging.short_transaction():
            for ids in staging.chunks(self.counts):
                write(user, [(deck, told % counted(self.counts[deck.pk], "card"))
                             for deck in Deck.objects.filter(pk__in=ids)])
            progress.step(0, written=True)
