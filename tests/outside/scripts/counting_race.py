"""Run under the Python under test, from the project's folder: many workers count the same games at once.

Prints what was counted and what there was to count, as JSON.
"""
from __future__ import print_function, unicode_literals

import json

from at_once import all_at_once  # and Django is ready

# isort: split
from django.db.models import Sum

from common.compat import json_loads
from decks.models import WHITE, CardStatistic, Deck, DeckMonth
from decks.stats.counters import OF_CARDS
from game.history import counting
from game.models import PlayedGame, RoundResult
from tests.game.season import play_season

WORKERS, GAMES, ROUNDS = 6, 4, 6


def main():
    deck = Deck.objects.get(slug="software")
    play_season(deck, games=GAMES, rounds=ROUNDS)
    plays = [play for result in RoundResult.objects.all() for play in json_loads(result.plays)]
    left = sum(len(json_loads(game.left)) for game in PlayedGame.objects.all())
    # Small steps, so that the workers meet again and again.
    counting.ROWS, counting.CARDS = 3, 10
    errors = [error for error in all_at_once([counting.count] * WORKERS) if error]
    played = sum(len(play["cards"]) for play in plays)
    won = sum(len(play["cards"]) for play in plays if play["won"])
    print(json.dumps({
        "errors": errors,
        "cards": list(CardStatistic.objects.filter(kind=WHITE).aggregate(*map(Sum, OF_CARDS)).items()),
        "expected_cards": [[name + "__sum", number]
                           for name, number in zip(OF_CARDS, (played + left, played, won, left))],
        "months": list(DeckMonth.objects.values_list("games", "played", "won")),
        "expected_months": [[GAMES, played, won]],
        "plays": Deck.objects.get(pk=deck.pk).plays, "games": GAMES}))


main()
