"""A season of random games for tests and pictures: through the services, with people who like some cards
better.

Cards have a taste of their own, drawn from their text, so that some are favourites and some are never played.
"""
from __future__ import unicode_literals

import datetime
import hashlib
import random

from django.utils import timezone

from decks.catalogue import snapshots
from game.models import PlayedGame, RoundResult
from tests.game.table import Table

DAYS_OF_A_MONTH = 30


def play_season(deck, games=6, rounds=4, names=("Ann", "Bob", "Cat", "Dan"), months=1, seed=1):
    """Play so many games in one room, spread over so many months up to now, most of them early."""
    rng, table = random.Random(seed), Table(names, deck)
    for number in range(games):
        if number:
            table.act("ann", "rematch")
        _play(table, rounds, rng)
        past = 1 - (number / float(games)) ** 2
        _put_back(table, timezone.now() - datetime.timedelta(days=DAYS_OF_A_MONTH * (months - 1) * past))
    return table


def taste(text):
    """How funny these people find a card: 0 to 1, always the same."""
    return int(hashlib.sha1(text.encode("utf-8")).hexdigest()[:6], 16) / float(0xFFFFFF)


def _play(table, rounds, rng):
    table.deal()
    frozen = snapshots.load(table.state["snapshot_id"])
    for number in range(rounds):
        if number:
            table.act(table.judge, "next_round")
        pick = frozen.black[table.state["black_card"]].pick
        for who in table.members:
            hand = sorted(table.hand(who), key=lambda card: taste(frozen.white[card]) + rng.random() / 2)
            table.act(who, "play_cards", {"cards": hand[-pick:]})
        table.reveal_all()
        plays = table.state["laid_plays"]
        fun = [sum(taste(frozen.white[card]) for card in play["cards"]) + rng.random() * pick / 2
               for play in plays]
        table.pick("%d" % fun.index(max(fun)))
    table.act(table.name(table.state["host"]), "end_game")


def _put_back(table, moment):
    game = {"room": table.pk, "game": table.state["game"]}
    PlayedGame.objects.filter(**game).update(begun=moment, ended=moment)
    RoundResult.objects.filter(**game).update(created=moment)
