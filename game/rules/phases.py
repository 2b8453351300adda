"""How each phase begins, and how rounds and games end. Every change of `phase` is in this file.

Every function changes `state` in place and returns log entries.
"""
from __future__ import unicode_literals

from typing import Any, Iterable

from game.rules.cards.hands import trim
from game.rules.shapes import Entries, State

from . import clock, registry
from .state import in_order
from .stored.schema import RUNNING

OF_A_ROUND = ("judge", "former_judge", "decided_by", "black_card", "round_players", "chosen_cards",
              "laid_plays", "ballots", "deadline", "added_time", "time_given", "winner", "verdict", "void",
              "paused")
OF_A_GAME = ("white_pile", "black_pile", "snapshot_id", "removed_cards", "winners", "last_judge",
             "clock_stopped")


def enter(state, phase, now, answers=0, time=None):
    # type: (State, str, int, int, int | None) -> None
    """Begin a phase; it lasts as long as the settings say for so many answers, or `time` ms."""
    _set_phase(state, phase)
    clock.start(state, now, clock.length(state, phase, answers) if time is None else time)


def open_plays(state):
    # type: (State) -> Entries
    """Turn over every play that lies face down still."""
    entries = []
    for place, play in enumerate(state["laid_plays"]):
        if not play["revealed"]:
            play["revealed"] = True
            entries.append({"type": "revealed", "play": "%d" % place})
    return entries


def begin_judging(state, now, time=None, answers=None):
    # type: (State, int, int | None, int | None) -> Entries
    """A winner may be picked, after reading so many `answers`: usually the cards of all plays."""
    if answers is None:
        answers = sum(len(play["cards"]) for play in state["laid_plays"])
    enter(state, "judging", now, answers, time)
    return []


def end_round(state, now, verdict=(), void=None):
    # type: (State, int, Iterable[dict[str, Any]], str | None) -> Entries
    """A verdict, {player, play, points} of each play that has won something, the best one first; or a round
    that nobody wins (`void`: why).
    """
    state.pop("chosen_cards", None)
    state.setdefault("laid_plays", [])
    trim(state)
    won = [dict(one) for one in verdict]
    if not won:
        enter(state, "round_over", now)
        state["void"] = void
        return [{"type": "void", "why": void}]
    extra = [points for hook in registry.hooks("points") for points in hook(state, won)]
    state["verdict"] = won
    state["winner"] = {"player": won[0]["player"], "play": won[0]["play"]}
    enter(state, "round_over", now, len(state["laid_plays"][int(won[0]["play"])]["cards"]))
    return _give_points(state, won, extra)


def end_game(state):
    # type: (State) -> Entries
    """The final scores; a round that was under way counts for nobody."""
    forget_round(state)
    for name in ("last_judge", "clock_stopped"):
        state.pop(name, None)
    _set_phase(state, "game_over")
    trim(state)
    scores = scores_of(state)
    best = max(scores.values())
    state["winners"] = [number for number in in_order(state) if best > 0 and scores.get(number) == best]
    for hook in registry.hooks("game_ends"):
        hook(state)
    return [{"type": "game_over", "winners": state["winners"]}]


def back_to_lobby(state):
    # type: (State) -> Entries
    """The same room, players and settings; those who left give up their scores and hands."""
    forget_game(state)
    _set_phase(state, "lobby")
    for number in in_order(state):
        if state["players"][number]["presence"] == "left":
            del state["players"][number]
        else:
            state["players"][number].update(hand=[], score=0, missed_deadlines=0)
    return [{"type": "lobby"}]


def is_running(state):
    # type: (State) -> bool
    """Whether a game is under way."""
    return state["phase"] in RUNNING


def forget_round(state):
    # type: (State) -> None
    """Drop what belonged to a round that is over."""
    if "verdict" in state:
        for hook in registry.hooks("round_ends"):
            hook(state)
    _forget(state, OF_A_ROUND)
    _forget(state, registry.gathered("OF_A_ROUND"))


def forget_game(state):
    # type: (State) -> None
    """Drop what belonged to a game that is over."""
    forget_round(state)
    _forget(state, OF_A_GAME)
    _forget(state, registry.gathered("OF_A_GAME"))
    for player in state["players"].values():
        _forget(player, [name for rule in registry.rules() for name in getattr(rule, "OF_A_PLAYER", ())])


def scores_of(state):
    # type: (State) -> dict[str, int]
    """Scores of those who have not left: who leaves before the end does not win. Never empty."""
    return {number: player["score"] for number, player in state["players"].items()
            if player["presence"] != "left"} or {state["host"]: 0}


def _set_phase(state, phase):
    # type: (State, str) -> None
    """The one place where the phase changes; what rules keep for other phases alone goes."""
    state["phase"] = phase
    _forget(state, [key.name for key in registry.gathered("KEYS") if phase not in key.phases])


def _give_points(state, won, extra):
    # type: (State, list[dict[str, Any]], list[tuple[str, int, str]]) -> Entries
    best, others = won[0], won[1:]
    entries = [{"type": "won", "player": best["player"], "play": best["play"], "points": best["points"]}]
    entries += [{"type": "placed", "player": one["player"], "play": one["play"], "points": one["points"]}
                for one in others]
    for one in won:
        state["players"][one["player"]]["score"] += one["points"]
    for number, points, why in extra:
        state["players"][number]["score"] += points
        entries.append({"type": "points", "player": number, "points": points, "why": why})
    return entries


def _forget(document, names):
    # type: (dict[str, Any], Iterable[str]) -> None
    for name in names:
        document.pop(name, None)
