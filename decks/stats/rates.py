"""How surely the white cards of a game win, as bots with taste want to know it. Reads only."""
from __future__ import unicode_literals

from decks.cards.texts import fingerprint
from decks.models import WHITE, CardStatistic, WhiteCard
from decks.stats.card_statistics import wilson


def rates_of(deck_ids, texts):
    """[number from 0 to 1000] of each of these white cards of the decks: the thousandths of their plays that
    will win at least (`wilson`), so that one lucky win makes no favourite. [] where none has won yet.
    """
    marks = WhiteCard.objects.filter(deck__in=deck_ids).order_by().values("fingerprint")
    winners = CardStatistic.objects.filter(kind=WHITE, won__gt=0, played__gt=0, fingerprint__in=marks)
    rates = {mark: int(1000 * wilson(min(won, played), played)[0])
             for mark, won, played in winners.values_list("fingerprint", "won", "played")}
    return [rates.get(fingerprint(text), 0) for text in texts] if rates else []
