"""Counts gathered in memory and added to what is stored: of cards, and of decks month by month.

Knows no person.

Whoever adds them claims what was counted in the same transaction, before anything else in it: so nothing
counts twice, and SQLite meets a writer and not a reader who became one.
"""
from __future__ import unicode_literals

from collections import Counter

from django.db import connection
from django.db.models import F

from decks.models import CardStatistic, Deck, DeckMonth, WhiteCard

# The columns that a card counts, and those that a month of a deck counts.
OF_CARDS = ("dealt", "played", "won", "discarded")
OF_MONTHS = ("games", "played", "won")
# SQLite takes 999 values in a statement.
AT_ONCE = 400


class Tally(object):
    """`cards` is {(kind, fingerprint): Counter}, `months` {(deck id, first day of the month): Counter}."""

    def __init__(self):
        self.cards, self.months = {}, {}

    def card(self, kind, mark, **counts):
        """Count the card with this fingerprint: `played=1`."""
        self.cards.setdefault((kind, mark), Counter()).update(counts)

    def month(self, deck, day, **counts):
        """Count for the deck with this id, in the month of the date `day`."""
        self.months.setdefault((deck, day.replace(day=1)), Counter()).update(counts)


def owners(deck_ids, fingerprints):
    """{fingerprint: set of the ids of those decks in which it is a white card}."""
    found, wanted = {}, sorted(fingerprints)
    for start in range(0, len(wanted), AT_ONCE):
        cards = WhiteCard.objects.filter(deck__in=deck_ids, fingerprint__in=wanted[start:start + AT_ONCE])
        for deck, mark in cards.order_by().values_list("deck", "fingerprint"):
            found.setdefault(mark, set()).add(deck)
    return found


def add(tally):
    """Add a Tally to what is stored, inside the caller's transaction.

    Raises IntegrityError when somebody else is the first to count a card at the same moment: roll back and
    try again.
    """
    _add(CardStatistic, ("kind", "fingerprint"), OF_CARDS, tally.cards)
    there = set(Deck.objects.filter(pk__in={deck for deck, _ in tally.months}).values_list("pk", flat=True))
    months = {key: counts for key, counts in tally.months.items() if key[0] in there}
    _add(DeckMonth, ("deck_id", "month"), OF_MONTHS, months)
    games = Counter()
    for (deck, _), counts in months.items():
        games[deck] += counts["games"]
    for deck, count in sorted(games.items()):
        if count:
            Deck.objects.filter(pk=deck).update(plays=F("plays") + count)


def _add(model, keys, columns, counted):
    # In one order for all workers, or two of them could lock each other out.
    table = model._meta.db_table
    update = "UPDATE %s SET %s WHERE %s" % (
        table, ", ".join("%s = %s + %%s" % (column, column) for column in columns),
        " AND ".join("%s = %%s" % key for key in keys))
    insert = "INSERT INTO %s (%s) VALUES (%s)" % (
        table, ", ".join(columns + keys), ", ".join(["%s"] * len(columns + keys)))
    with connection.cursor() as cursor:
        for key in sorted(counted):
            values = [counted[key][column] for column in columns] + list(key)
            cursor.execute(update, values)
            if not cursor.rowcount:
                cursor.execute(insert, values)
