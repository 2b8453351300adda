"""What is left of somebody's games: who played, who won, and their best answers. Reads only.

No final scores are stored: a game is all rounds with one (room, game) in the history, and whoever has most
points by their verdicts has won. Only rounds with a verdict are in the history, so a game that ended before
its first one is no past game, and one that still runs is none yet.
"""
from __future__ import unicode_literals

import datetime
import itertools
from collections import OrderedDict
from typing import Any, Dict, List, NamedTuple, Text, Tuple

from django.utils import timezone

from common.compat import json_loads
from game.history.favourites import own_cards, seats_of, won_by
from game.history.sentence import Part, fill
from game.models import Favourite, Player, Room, RoundResult
from game.moves import storage
from game.rules.stored.schema import RUNNING

GAMES, PLAYS, HEARTS = 20, 24, 100
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
# Somebody in a game: their points, and what they were called last.
Person = NamedTuple("Person", [("name", Text), ("points", int)])
People = Dict[Any, Person]  # by the number of the seat, in the order in which people appear


def past_games(user):
    # type: (Any) -> tuple[list[Game], Wins]
    """(newest Games first, Wins) of everything that seats of `user` have played."""
    seats = {seat.room_id: seat for seat in
             Player.objects.filter(user=user).select_related("room").defer("room__state")}
    people, last, rounds = _history(seats)
    for running in _running(user):
        last.pop(running, None)
    newest = sorted(last, key=lambda key: last[key], reverse=True)
    played = [(seats[key[0]], people[key], last[key]) for key in newest]
    games = [_game(*one) for one in played if one[0].number in one[1]]
    return games[:GAMES], Wins(sum(1 for game in games if game.won), rounds)


def winning_plays(user):
    # type: (Any) -> list[Play]
    """Plays of `user` that won: favourites first, then the newest."""
    hearts = list(Favourite.objects.filter(user=user).values_list("result", flat=True)[:HEARTS])
    seats = seats_of(user)
    loved = {result.pk: _play(result, cards, True) for result, cards in won_by(seats, pk__in=hearts)}
    newest = ((result, cards) for result, cards in won_by(seats) if result.pk not in loved)
    return [loved[pk] for pk in hearts if pk in loved] + [
        _play(result, cards, False) for result, cards in itertools.islice(newest, PLAYS)]


def bot_that_won(result):
    # type: (RoundResult) -> str
    """The name of the bot that won a round, or ""; bots are no players of the database."""
    return next((play["name"] for play in _plays_of_winning_bots(result)), "")


def _plays_of_winning_bots(result):
    # type: (RoundResult) -> list[dict[str, Any]]
    if result.winner_id is not None:
        return []
    return [play for play in json_loads(result.plays) if play["won"] and "bot" in play]


def _history(seats):
    # type: (dict[int, Player]) -> tuple[dict[GameKey, People], dict[GameKey, datetime.datetime], int]
    """({(room id, game): People}, {(room id, game): time of the last verdict}, how many rounds were won) of
    all rooms in which somebody has these seats, {room id: Player}.
    """
    rows = RoundResult.objects.filter(room__in=list(seats)).order_by("round").select_related("judge").only(
        "room", "game", "plays", "created", "winner", "judge__name", "judge__number")
    people, last, won = {}, {}, 0  # type: dict[GameKey, People], dict[GameKey, datetime.datetime], int
    for result in rows.iterator():
        key = (result.room_id, result.game)
        here = [(play.get("player", play["name"]), play["name"], play.get("points", int(play["won"])))
                for play in json_loads(result.plays)]
        here += [(result.judge.number, result.judge.name, 0)] if result.judge else []
        of_game = people.setdefault(key, OrderedDict())
        for number, name, points in here:
            of_game[number] = Person(name, points + (of_game[number].points if number in of_game else 0))
        last[key] = max(result.created, last.get(key, result.created))
        won += own_cards(result, seats[result.room_id]) is not None
    return people, last, won


def _running(user):
    # type: (Any) -> list[GameKey]
    """(room id, game) of the games that are not over yet."""
    warm = Room.objects.filter(players__user=user,
                               used__gt=timezone.now() - STILL_WARM).values_list("pk", "state")
    return [(pk, state["game"]) for pk, state in storage.read_states(warm) if state["phase"] in RUNNING]


def _game(seat, people, date):
    # type: (Player, People, datetime.datetime) -> Game
    points, best = people[seat.number].points, max(one.points for one in people.values())
    ranked = sorted(people.values(), key=lambda one: -one.points)
    place = 1 + len([one for one in ranked if one.points > points])
    return Game(seat.room, date, [(one.name, one.points) for one in ranked], points, place,
                points == best and points > 0)


def _play(result, cards, heart):
    # type: (RoundResult, list[str], bool) -> Play
    return Play(result.pk, fill(result.black, result.pick, cards), result.created, result.room, heart)
