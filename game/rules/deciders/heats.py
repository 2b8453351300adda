"""A crowd decides: everybody votes for one of up to six answers, and the best six go to a final."""
from __future__ import unicode_literals

from game.rules.misses import count_misses
from game.rules.phases import begin_judging
from game.rules.shapes import Entries, MoveContext, State

from . import vote
from .choices import HEAT, choices, is_heat

waiting_for, is_waiting, offers = vote.waiting_for, vote.is_waiting, vote.offers


def plays_are_laid(state, now):
    # type: (State, int) -> Entries
    """The heat begins; so few answers that everybody can read them all are voted on at once."""
    if len(state["laid_plays"]) <= HEAT:
        state["decided_by"] = "vote"
        return vote.plays_are_laid(state, now)
    state["ballots"] = {}
    return begin_judging(state, now, answers=_cards_to_read(state))


def settle(state, now):
    # type: (State, int) -> Entries
    """The final begins, or the votes are counted, when everybody has voted who can."""
    if state["phase"] != "judging" or is_waiting(state):
        return []
    return _go_on(state, now)


def time_is_up(context):
    # type: (MoveContext) -> Entries
    """The votes that are there decide."""
    return count_misses(context.state, waiting_for(context.state)) + _go_on(context.state, context.now)


def open_places(state):
    # type: (State) -> list[int]
    """The plays that everybody sees: those of the final."""
    return state.get("finalists", [])


def sample(state, number):
    # type: (State, str) -> list[str]
    """The plays that this player reads in the heat."""
    return choices(state, number) if state["phase"] == "judging" and is_heat(state) else []


def _go_on(state, now):
    # type: (State, int) -> Entries
    return _begin_final(state, now) if is_heat(state) else vote.count(state, now)


def _begin_final(state, now):
    # type: (State, int) -> Entries
    votes = {}  # type: dict[int, int]
    for ballot in state["ballots"].values():
        votes[int(ballot[0])] = votes.get(int(ballot[0]), 0) + 1
    best = sorted(votes, key=lambda place: (-votes[place], place))[:HEAT]
    if len(best) < 2:
        state["finalists"] = best
        return _reveal(state) + vote.count(state, now)
    state.update(finalists=sorted(best), ballots={})
    entries = _reveal(state)
    return [{"type": "final"}] + entries + begin_judging(state, now, answers=_cards_to_read(state))


def _reveal(state):
    # type: (State) -> Entries
    for place in state["finalists"]:
        state["laid_plays"][place]["revealed"] = True
    return [{"type": "revealed", "play": "%d" % place} for place in state["finalists"]]


def _cards_to_read(state):
    # type: (State) -> int
    return HEAT * len(state["laid_plays"][0]["cards"])
