"""What a recap tells: the podium, every round with its answers, what was liked, and the points.

Reads only. People are called as they are called now. Texts of cards that are hidden everywhere, or reported
as offensive and not looked at yet, are not told to people outside of the table.
"""
from __future__ import unicode_literals

import datetime
from collections import OrderedDict
from typing import Any, Dict, List, NamedTuple, Text

from django.db.models import Count

from common.compat import json_loads
from decks.cards.texts import fingerprint
from decks.models import CardReport, HiddenCard
from decks.staging import chunks
from game.history.plays import worth_reading
from game.history.sentence import Part, fill
from game.models import Recap, RoundResult

MOST_ROUNDS = 120
BEST = 5
STEPS = 3  # of the podium
OFFENSIVE = "offensive"

# `parts` of history/sentence.py are empty where a card of the play is not told.
Play = NamedTuple("Play", [("name", Text), ("parts", List[Part]), ("won", bool), ("points", int),
                           ("votes", Any), ("likes", int)])
# `judge` is "" where the table voted; `hearts` are of people who have marked their own winning play.
Round = NamedTuple("Round", [("number", int), ("black", Text), ("pick", int), ("judge", Text),
                             ("plays", List[Play]), ("hearts", int)])
Place = NamedTuple("Place", [("place", int), ("points", int), ("names", List[Text])])
# `points` are those that somebody had after each round.
Line = NamedTuple("Line", [("name", Text), ("points", List[int])])
Contents = NamedTuple("Contents", [
    ("date", datetime.datetime), ("rounds", List[Round]), ("podium", List[Place]), ("others", List[Place]),
    ("best", List[Round]), ("lines", List[Line])])
People = Dict[Any, Text]


def contents_of(recap):
    # type: (Recap) -> Contents | None
    """What there is to tell of a game, None where its rounds are not kept any more."""
    results = list(RoundResult.objects.filter(room=recap.room_id, game=recap.game).select_related("judge")
                   .annotate(hearts=Count("favourites")).order_by("round")[:MOST_ROUNDS])
    if not results:
        return None
    plays = [json_loads(result.plays) for result in results]
    names = _names(recap, results, plays)
    untold = _untold(results, plays)
    rounds = [_round(result, laid, names, untold) for result, laid in zip(results, plays)]
    lines = _lines(plays, names)
    places = _places(json_loads(recap.scores), lines, names)
    podium = [place for place in places if place.place <= STEPS]
    return Contents(results[-1].created, rounds, podium, places[len(podium):], _best(rounds),
                    list(lines.values()))


def winning(shown):
    # type: (Round) -> Play | None
    """The play that has won a round, the first of those that share it; None where it is not told."""
    return next((play for play in shown.plays if play.won and play.parts), None)


def _names(recap, results, plays):
    # type: (Recap, list[RoundResult], list[list[dict[str, Any]]]) -> People
    """{number of the seat: present name} of everybody who has played or judged; bots as they were called."""
    present = dict(recap.room.players.values_list("number", "name"))
    names = OrderedDict()  # type: People
    for result, laid in zip(results, plays):
        if result.judge is not None:
            names[result.judge.number] = result.judge.name
        for play in laid:
            number = _who(play)
            names[number] = present.get(number, play["name"])
    return names


def _who(play):
    # type: (dict[str, Any]) -> Any
    """Older rounds know people by their names alone."""
    return play.get("player", play["name"])


def _untold(results, plays):
    # type: (list[RoundResult], list[list[dict[str, Any]]]) -> set[tuple[str, str]]
    """(kind, fingerprint) of the cards that are told to nobody outside."""
    marks = {fingerprint(result.black) for result in results}
    marks.update(fingerprint(card) for laid in plays for play in laid for card in play["cards"])
    found = set()  # type: set[tuple[str, str]]
    for some in chunks(sorted(marks)):
        found.update(HiddenCard.objects.filter(fingerprint__in=some).values_list("kind", "fingerprint"))
        found.update(CardReport.objects.filter(fingerprint__in=some, reason=OFFENSIVE, resolved=None)
                     .values_list("kind", "fingerprint"))
    return found


def _round(result, laid, names, untold):
    # type: (Any, list[dict[str, Any]], People, set[tuple[str, str]]) -> Round
    silent = ("black", fingerprint(result.black)) in untold
    plays = [_play(result, play, names, silent or any(("white", fingerprint(card)) in untold
                                                      for card in play["cards"]))
             for play in worth_reading(laid)]
    return Round(result.round, "" if silent else result.black, result.pick,
                 result.judge.name if result.judge else "", plays, result.hearts)


def _play(result, play, names, silent):
    # type: (RoundResult, dict[str, Any], People, bool) -> Play
    parts = [] if silent else fill(result.black, result.pick, play["cards"])
    return Play(names[_who(play)], parts, play["won"], play.get("points", int(play["won"])),
                play.get("votes"), play.get("likes", 0))


def _lines(plays, names):
    # type: (list[list[dict[str, Any]]], People) -> dict[Any, Line]
    """{number: Line} of everybody."""
    lines = OrderedDict((number, Line(name, [])) for number, name in names.items())
    for laid in plays:
        got = dict.fromkeys(names, 0)
        for play in laid:
            got[_who(play)] += play.get("points", int(play["won"]))
        for number, line in lines.items():
            line.points.append((line.points[-1] if line.points else 0) + got[number])
    return lines


def _places(scores, lines, names):
    # type: (dict[str, int], dict[Any, Line], People) -> list[Place]
    """Places with the best first; equal points share one. The table's own points count where they are known:
    some are given or taken beside the rounds.
    """
    points = {number: scores.get("%s" % number, line.points[-1]) for number, line in lines.items()}
    by_points = {}  # type: dict[int, list[Text]]
    for number, name in names.items():
        by_points.setdefault(points[number], []).append(name)
    places, better = [], 0
    for value in sorted(by_points, reverse=True):
        places.append(Place(better + 1, value, by_points[value]))
        better += len(by_points[value])
    return places


def _best(rounds):
    # type: (list[Round]) -> list[Round]
    """The rounds whose winning play was liked most, of equals the newest."""
    told = [shown for shown in rounds if winning(shown)]
    return sorted(told, key=_worth, reverse=True)[:BEST]


def _worth(shown):
    # type: (Round) -> tuple[int, int]
    play = winning(shown)
    assert play is not None
    return shown.hearts + play.likes, shown.number
