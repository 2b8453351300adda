"""Run under the Python under test, from the project's folder: a season is played and counted, an admin made.

Prints the id of the deck that was played, as JSON.
"""
from __future__ import print_function, unicode_literals

import json
import os
import sys

sys.path.insert(0, os.getcwd())
os.environ.setdefault(str("DJANGO_SETTINGS_MODULE"), str("cards_project.settings"))

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402

from decks.models import Deck  # noqa: E402
from game.history import counting  # noqa: E402
from tests.game.season import play_season  # noqa: E402


def main():
    get_user_model().objects.create_superuser("ann", "ann@example.org", "walnut-pudding-7")
    deck = Deck.objects.get(slug="software")
    play_season(deck, games=36, rounds=9, months=9)
    counting.count()
    print(json.dumps(deck.pk))


main()
