"""Counts what happened to cards, in the background and long after the move: the worker's clock calls `count`.

What the numbers of a card mean (decks.models.CardStatistic), over all games in which it was:

- played: it lay on the table in a round that was judged. A black card is played when its round is judged.
- won: its play was picked. Each card of a play that took two or three counts.
- discarded: a white card that was in a hand when its game ended, and went back without having been played.
- dealt: played or discarded, that is: its stay in a hand is over.

Rounds that nobody won count for nobody, and neither do cards that went back in the middle of a game, nor what
bots play, hold or decide about. A game
that nobody has touched for half a day has ended; who goes on with it plays cards that count, with a hand that
was counted already.

A deck's months count the games that were begun with it, and the plays of its own cards in these games and in
those to which it was added, in UTC.

Each step reads some rows, adds them up, and then claims them by a conditional update in the transaction that
adds the
counts: whatever dies or races, each row is counted once. Steps are small, because on SQLite moves wait for
them.
"""
from __future__ import unicode_literals

import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from common.compat import json_dumps, json_loads
from decks.cards.texts import fingerprint
from decks.catalogue import snapshots
from decks.models import BLACK, WHITE, Snapshot
from decks.stats import counters
from game.models import PlayedGame, RoundResult
from game.moves import storage
from game.moves.results import cards_in_hands
from game.rules.stored.schema import RUNNING

# So many steps of each sort a minute; a step takes about so many rows, and about so many cards.
STEPS, ROWS, CARDS = 100, 50, 500
ABANDONED = datetime.timedelta(hours=12)


class _OutrunError(Exception):
    """Another worker has counted some of these rows meanwhile."""


def count():
    # type: () -> None
    """Count what is not counted yet, the oldest first, and not more than a minute's worth of it."""
    for step in (count_begun, count_rounds, end_abandoned, count_left):
        for _ in range(STEPS):
            if not step():
                break


def count_begun():
    # type: () -> bool
    """Count games that were begun, for their decks. Returns whether there were any."""
    games = list(PlayedGame.objects.filter(begin_counted=False).order_by("pk")[:ROWS])
    tally = counters.Tally()
    for game in games:
        for deck in json_loads(game.decks):
            tally.month(deck, _day(game.begun), games=1)
    rows = PlayedGame.objects.filter(pk__in=[game.pk for game in games], begin_counted=False)
    return bool(games) and _store(tally, rows, len(games), begin_counted=True)


def count_rounds():
    # type: () -> bool
    """Count judged rounds. Returns whether there were any."""
    rounds = _some_rounds()
    mark_of = {text: fingerprint(text) for _, cards in rounds for text, _ in cards}
    decks = _decks_of([result for result, _ in rounds])
    owners = counters.owners(set().union(*decks.values()), set(mark_of.values()))
    tally = counters.Tally()
    for result, cards in rounds:
        if not result.black_written:
            tally.card(BLACK, fingerprint(result.black), dealt=1, played=1)
        in_game = decks.get((result.room_id, result.game), set())
        for text, won in cards:
            mark = mark_of[text]
            tally.card(WHITE, mark, dealt=1, played=1, won=won)
            for deck in in_game & owners.get(mark, set()):
                tally.month(deck, _day(result.created), played=1, won=won)
    rows = RoundResult.objects.filter(pk__in=[result.pk for result, _ in rounds], counted=False)
    return bool(rounds) and _store(tally, rows, len(rounds), counted=True)


def end_abandoned():
    # type: () -> bool
    """Note the end of a game that nobody has touched for half a day. Returns whether there was one."""
    games = PlayedGame.objects.filter(ended=None, end_counted=False,
                                      room__used__lt=timezone.now() - ABANDONED)
    for room, game, used, text in games.values_list("room", "game", "room__used", "room__state")[:1]:
        state = storage.read_state(text)
        running = state["game"] == game and state["phase"] in RUNNING
        storage.end_game(room, game, json_dumps(cards_in_hands(state) if running else []), used)
        return True
    return False


def count_left():
    # type: () -> bool
    """Count some of the cards that were left in hands when a game ended. Returns whether there were any."""
    game = PlayedGame.objects.filter(end_counted=False, ended__isnull=False).order_by("pk").first()
    if game is None:
        return False
    left = json_loads(game.left)
    now, later = left[:CARDS], left[CARDS:]
    tally = counters.Tally()
    for text in _texts(game.cards, now):
        tally.card(WHITE, fingerprint(text), dealt=1, discarded=1)
    rows = PlayedGame.objects.filter(pk=game.pk, left=game.left, end_counted=False)
    return _store(tally, rows, 1, left=json_dumps(later), end_counted=not later)


def _store(tally, rows, count, **claim):
    # type: (counters.Tally, Any, int, **Any) -> bool
    """Claim these `count` rows and add the tally, or neither.

    Returns True: try for more, perhaps for these again.
    """
    try:
        with transaction.atomic():
            if rows.update(**claim) != count:
                raise _OutrunError()
            counters.add(tally)
    except (_OutrunError, IntegrityError):
        pass
    return True


def _some_rounds():
    # type: () -> list[tuple[RoundResult, list[tuple[str, int]]]]
    """The oldest rounds that are not counted, as [(RoundResult, [(text of a white card,
    1 if it won or 0)])].
    """
    rounds, count = [], 0
    for result in RoundResult.objects.filter(counted=False).order_by("pk")[:ROWS]:
        cards = [(text, int(play["won"])) for play in json_loads(result.plays)
                 if "uncounted" not in play
                 for place, text in enumerate(play["cards"]) if place not in play.get("written", ())]
        rounds.append((result, cards))
        count += len(cards)
        if count >= CARDS:
            break
    return rounds


def _decks_of(results):
    # type: (list[RoundResult]) -> dict[tuple[int, int], set[int]]
    """{(room id, game): set of deck ids}; games that were begun before they were noted are missing."""
    rooms = {result.room_id for result in results}
    rows = PlayedGame.objects.filter(room__in=rooms, game__in={result.game for result in results})
    return {(room, game): set(json_loads(decks) + json_loads(added))
            for room, game, decks, added in rows.values_list("room", "game", "decks", "added")}


def _texts(snapshot, numbers):
    # type: (int, list[int]) -> list[str]
    try:
        white = snapshots.load(snapshot).white
    except Snapshot.DoesNotExist:
        return []
    return [white[number] for number in numbers]


def _day(moment):
    # type: (datetime.datetime) -> datetime.date
    """The date of an aware moment, in UTC."""
    return datetime.date(*moment.utctimetuple()[:3])
