"""What became of a deck's cards, for whoever looks after it: counts, win rates with their uncertainty,
months.

Reads only. Counts are of cards, wherever they were played, and never of a person; months are of the deck's
own games.
"""
from __future__ import unicode_literals

import datetime
import math
from collections import OrderedDict, namedtuple

from django.db.models import Count

from decks.models import WHITE, CardReport, CardStatistic
from decks.stats.counters import OF_CARDS

# 95 % of a normal distribution lie within so many standard deviations.
Z = 1.959964
# Below so many chances a card may just have been unlucky.
OFTEN = 10
LONGEST = 24

# A card of a deck; cards that read the same are one. `rate`, `low` and `high` (0 to 1) are None for a card
# that was never played, and for black cards, which nobody wins with.
Row = namedtuple("Row", "pk kind text dealt played won discarded reported rate low high")
Month = namedtuple("Month", "first games played won")
COLUMNS = ("text", "dealt", "played", "won", "discarded", "reported", "rate", "low")


def wilson(won, played):
    """(low, high) of the share that will win in the long run, with a certainty of 95 %. `played` is not 0."""
    share, spread = float(won) / played, Z * Z / played
    middle = share + spread / 2
    half = Z * math.sqrt(share * (1 - share) / played + spread / (4 * played))
    return max(0.0, (middle - half) / (1 + spread)), min(1.0, (middle + half) / (1 + spread))


def rows(deck, kind):
    """[Row] of the deck's cards of this kind, in the deck's order. Three queries, however many cards."""
    cards = deck.white_cards if kind == WHITE else deck.black_cards
    marks = cards.order_by().values("fingerprint")
    counted = {values[0]: values[1:] for values in CardStatistic.objects.filter(
        kind=kind, fingerprint__in=marks).values_list("fingerprint", *OF_CARDS)}
    reports = dict(CardReport.objects.filter(kind=kind, fingerprint__in=marks).order_by().values_list(
        "fingerprint").annotate(Count("id")))
    different = OrderedDict()
    for pk, text, mark in cards.values_list("pk", "text", "fingerprint"):
        if mark not in different:
            different[mark] = _row(pk, kind, text, counted.get(mark, (0, 0, 0, 0)), reports.get(mark, 0))
    return list(different.values())


def ordered(rows, column, falling):
    """The rows by a column of COLUMNS; those without a value stand at the end, either way."""
    known = [row for row in rows if getattr(row, column) is not None]
    return sorted(known, key=lambda row: _sort_key(row, column), reverse=falling) + [
        row for row in rows if getattr(row, column) is None]


def funniest(rows):
    """The rows that have won, the surest favourites first: a card that won its only round is no favourite
    yet.
    """
    return ordered([row for row in rows if row.won and row.low is not None], "low", True)


def dead(rows):
    """The rows that had many chances and took none, most chances first: never played,
    or played and never won.
    """
    return ordered([row for row in rows if row.kind == WHITE and (
        row.dealt >= OFTEN and not row.played or row.played >= OFTEN and not row.won)], "dealt", True)


def months(deck, today):
    """[Month] from the first in which the deck was played to today's, without gaps; two years at most."""
    counted = {row.month: Month(row.month, row.games, row.played, row.won) for row in deck.months.all()}
    if not counted:
        return []
    first, found = min(counted), []
    day = today.replace(day=1)
    while day >= first and len(found) < LONGEST:
        found.append(counted.get(day, Month(day, 0, 0, 0)))
        day = (day - datetime.timedelta(days=1)).replace(day=1)
    return found[::-1]


def _row(pk, kind, text, counts, reported):
    dealt, played, won, discarded = counts
    rate = low = high = None
    if kind == WHITE and played:
        rate, (low, high) = float(won) / played, wilson(won, played)
    return Row(pk, kind, text, dealt, played, won, discarded, reported, rate, low, high)


def _sort_key(row, column):
    value = getattr(row, column)
    return value.lower() if column == "text" else (value, row.dealt)
