"""Games whose cards are to be counted, and what was counted of them."""
from __future__ import unicode_literals

from decks.cards.texts import fingerprint
from decks.models import WHITE, CardStatistic, DeckMonth
from decks.stats import counters
from tests.game.table import a_table


def counts(text, kind=WHITE):
    """(dealt, played, won, discarded) of the card with this text."""
    stored = CardStatistic.objects.filter(kind=kind, fingerprint=fingerprint(text))
    return stored.values_list(*counters.OF_CARDS).first() or (0, 0, 0, 0)


def totals(kind=WHITE):
    rows = CardStatistic.objects.filter(kind=kind).values_list(*counters.OF_CARDS)
    return tuple(sum(column) for column in zip(*rows)) or (0, 0, 0, 0)


def end_game(table):
    table.act(table.name(table.state["host"]), "end_game")


def a_finished_game(rounds=1, **deck):
    """A table at its podium."""
    table = a_table(**deck)
    table.deal()
    for number in range(rounds):
        if number:
            table.act(table.judge, "next_round")
        table.play_round()
    end_game(table)
    return table


def months(table):
    """[(month, games, played, won)] of the deck of a table."""
    return list(DeckMonth.objects.filter(deck=table.deck).values_list("month", "games", "played", "won"))
