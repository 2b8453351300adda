"""Run under the Python under test, from the project's folder: many workers count the same games at once.

Prints what was counted and what there was to count, as JSON.
"""
from __future__ import print_function, unicode_literals

import json
import os
import sys
import threading

sys.path.insert(0, os.getcwd())
os.environ.setdefault(str("DJANGO_SETTINGS_MODULE"), str("cards_project.settings"))

import django  # noqa: E402

django.setup()

from django.db import connections  # noqa: E402
from django.db.models import Sum  # noqa: E402

from common.compat import json_loads  # noqa: E402
from decks.models import WHITE, CardStatistic, Deck, DeckMonth  # noqa: E402
from decks.tallies import OF_CARDS  # noqa: E402
from game import counting  # noqa: E402
from game.models import PlayedGame, RoundResult  # noqa: E402
from tests.game.season import play_season  # noqa: E402

WORKERS, GAMES, ROUNDS = 6, 4, 6


def count(doors, errors):
    doors.wait()
    try:
        counting.count()
    except Exception as error:
        errors.append(repr(error))
    finally:
        connections.close_all()


def main():
    deck = Deck.objects.get(slug="software")
    play_season(deck, games=GAMES, rounds=ROUNDS)
    plays = [play for result in RoundResult.objects.all() for play in json_loads(result.plays)]
    left = sum(len(json_loads(game.left)) for game in PlayedGame.objects.all())
    # Small steps, so that the workers meet again and again.
    counting.ROWS, counting.CARDS = 3, 10
    doors, errors = threading.Event(), []
    workers = [threading.Thread(target=count, args=(doors, errors)) for _ in range(WORKERS)]
    for worker in workers:
        worker.start()
    doors.set()
    for worker in workers:
        worker.join()
    played = sum(len(play["cards"]) for play in plays)
    won = sum(len(play["cards"]) for play in plays if play["won"])
    print(json.dumps({
        "errors": errors,
        "cards": list(CardStatistic.objects.filter(kind=WHITE).aggregate(*map(Sum, OF_CARDS)).items()),
        "expected_cards": [[name + "__sum", number] for name, number in zip(OF_CARDS, (played + left, played, won, left))],
        "months": list(DeckMonth.objects.values_list("games", "played", "won")),
        "expected_months": [[GAMES, played, won]],
        "plays": Deck.objects.get(pk=deck.pk).plays, "games": GAMES}))


main()
