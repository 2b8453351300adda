"""What is left of somebody's games: who played, who won, and their best answers. Reads only.

No final scores are stored: a game is all rounds with one (room, game) in the history, a point is a round won
there, and whoever has most points has won. Only judged rounds are in the history, so a game that ended before
its first verdict is no past game, and one that still runs is none yet.
"""
from __future__ import unicode_literals

import datetime
from collections import OrderedDict
from typing import Any, Dict, List, NamedTuple, Text, Tuple

from django.db.models import Count, Max, Q
from django.utils import timezone

from common.compat import json_loads
from game.history.favourites import won_by
from game.history.sentence import Part, fill
from game.models import Favourite, Player, Room, RoundResult
from game.moves import storage
from game.rules.stored.schema import RUNNING

GAMES, PLAYS, HEARTS = 20, 24, 100
# Somebody may have sat in a room and missed some of its games, so a few more are looked at than are shown.
LOOKED_AT = 2 * GAMES
# A room that nobody has touched for so long is not playing any more, whatever its state says.
STILL_WARM = datetime.timedelta(hours=12)

# `date` is of the last round, `people` [(name, points)] with the best first, `place` 1 for the best.
Game = NamedTuple("Game", [
    ("room", Room), ("date", datetime.datetime), ("people", List[Tuple[Text, int]]), ("points", int),
    ("place", int), ("won", bool)])
# `parts` are of game/history/sentence.py, `heart` tells whether it is a favourite.
Play = NamedTuple("Play", [
    ("id", int), ("parts", List[Part]), ("date", datetime.datetime), ("room", Room), ("heart", bool)])
Wins = NamedTuple("Wins", [("games", int), ("rounds", int)])

GameKey = Tuple[int, int]  # room id, number of the game
Scores = Dict[Any, int]  # points by the id of a player, or by the name of a bot


def past_games(user):
    # type: (Any) -> tuple[list[Game], Wins]
    """(newest Games first, Wins) of everything that seats of `user` have played."""
    seats = {seat.room_id: seat for seat in
             Player.objects.filter(user=user).select_related("room").defer("room__state")}
    points, last = _points(user)
    for running in _running(user):
        last.pop(running, None)
    won = [key for key in last if _is_best(points[key], seats[key[0]].pk)]
    rounds = sum(scores.get(seats[room].pk, 0) for (room, _), scores in points.items())
    newest = sorted(last, key=lambda key: last[key], reverse=True)[:LOOKED_AT]
    return _games(seats, newest, last)[:GAMES], Wins(len(won), rounds)


def winning_plays(user):
    # type: (Any) -> list[Play]
    """Plays of `user` that won: favourites first, then the newest."""
    hearts = list(Favourite.objects.filter(user=user).values_list("result", flat=True)[:HEARTS])
    won = won_by(user).select_related("room").defer("room__state")
    loved = {result.pk: result for result in won.filter(pk__in=hearts)}
    newest = won.exclude(pk__in=hearts).order_by("-created", "-pk")[:PLAYS]
    return [_play(loved[pk], True) for pk in hearts
            if pk in loved] + [_play(result, False) for result in newest]


def own_cards(result):
    # type: (RoundResult) -> list[str]
    """The white cards that won a round."""
    return next((play["cards"] for play in json_loads(result.plays) if play["won"]), [])


def bot_that_won(result):
    # type: (RoundResult) -> str
    """The name of the bot that won a round, or ""; bots are no players of the database."""
    return next((play["name"] for play in _plays_of_winning_bots(result)), "")


def _plays_of_winning_bots(result):
    # type: (RoundResult) -> list[dict[str, Any]]
    if result.winner_id is not None:
        return []
    return [play for play in json_loads(result.plays) if play["won"] and "bot" in play]


def _points(user):
    # type: (Any) -> tuple[dict[GameKey, Scores], dict[GameKey, datetime.datetime]]
    """({(room id, game): {player id: points}}, {(room id, game):
    time of the last verdict}) of all rooms of `user`.
    """
    rows = RoundResult.objects.filter(room__players__user=user).order_by().values_list("room", "game",
                                                                                       "winner").annotate(
        Count("id"), Max("created"))
    points, last = {}, {}  # type: dict[GameKey, Scores], dict[GameKey, datetime.datetime]
    for room, game, winner, rounds, created in rows:
        points.setdefault((room, game), {})[winner] = rounds
        last[room, game] = max(created, last.get((room, game), created))
    if any(None in scores for scores in points.values()):
        _tell_bots_apart(user, points)
    return points, last


def _tell_bots_apart(user, points):
    # type: (Any, dict[GameKey, Scores]) -> None
    """Give each bot its own points; those of rounds without a winner in the database are theirs together."""
    for scores in points.values():
        scores.pop(None, None)
    for result in RoundResult.objects.filter(room__players__user=user, winner=None).order_by():
        name, scores = bot_that_won(result), points[result.room_id, result.game]
        if name:
            scores[name] = scores.get(name, 0) + 1


def _running(user):
    # type: (Any) -> list[GameKey]
    """(room id, game) of the games that are not over yet."""
    warm = Room.objects.filter(players__user=user,
                               used__gt=timezone.now() - STILL_WARM).values_list("pk", "state")
    return [(pk, state["game"]) for pk, state in storage.read_states(warm) if state["phase"] in RUNNING]


def _is_best(scores, player):
    # type: (Scores, int) -> bool
    return scores.get(player, 0) == max(list(scores.values()) or [0]) > 0


def _games(seats, keys, last):
    # type: (dict[int, Player], list[GameKey], dict[GameKey, datetime.datetime]) -> list[Game]
    if not keys:
        return []
    wanted = Q()
    for room, game in keys:
        wanted |= Q(room=room, game=game)
    rounds = {}  # type: dict[GameKey, list[RoundResult]]
    for result in RoundResult.objects.filter(wanted).select_related("judge", "winner").order_by("round"):
        rounds.setdefault((result.room_id, result.game), []).append(result)
    games = [_game(seats[key[0]], rounds.get(key, []), last[key]) for key in keys]
    return [game for game in games if game]


def _game(seat, rounds, date):
    # type: (Player, list[RoundResult], datetime.datetime) -> Game | None
    scores, names = OrderedDict(), {}  # type: OrderedDict[int, int], dict[int, str]
    for result in rounds:
        for number, name in _people_of(result):
            scores.setdefault(number, 0)
            names[number] = name
        for number, name in _winner_of(result):
            scores[number] = scores.get(number, 0) + 1
            names[number] = name
    if seat.number not in scores:
        return None
    points, best = scores[seat.number], max(scores.values())
    people = [(names[number], score) for number, score in sorted(scores.items(), key=lambda item: -item[1])]
    place = 1 + len([score for score in scores.values() if score > points])
    return Game(seat.room, date, people, points, place, points == best and points > 0)


def _people_of(result):
    # type: (RoundResult) -> list[tuple[int, str]]
    """(number, name) of those who played or judged a round, as they were called then."""
    plays = [(play["player"], play["name"]) for play in json_loads(result.plays) if "player" in play]
    return plays + ([(result.judge.number, result.judge.name)] if result.judge else [])


def _winner_of(result):
    # type: (RoundResult) -> list[tuple[int, str]]
    """[(number, name)] of who won a round, a bot too; [] where nobody is known to have."""
    if result.winner:
        return [(result.winner.number, result.winner.name)]
    return [(play["player"], play["name"]) for play in _plays_of_winning_bots(result) if "player" in play][:1]


def _play(result, heart):
    # type: (RoundResult, bool) -> Play
    return Play(result.pk, fill(result.black, result.pick, own_cards(result)), result.created, result.room,
                heart)
