"""One judge turns the answers over and picks; where the judge is gone, the table votes."""
from __future__ import unicode_literals

import six

from game.rules import clock
from game.rules.errors import require
from game.rules.misses import count_misses
from game.rules.phases import begin_judging, end_round, enter, open_plays
from game.rules.shapes import Entries, MoveContext, State
from game.rules.state import is_active

from . import verdicts, vote


def plays_are_laid(state, now):
    # type: (State, int) -> Entries
    """The judge turns the plays over, one by one."""
    enter(state, "revealing", now, len(state["laid_plays"]))
    return []


def waiting_for(state):
    # type: (State) -> list[str]
    """The judge."""
    return [state["judge"]]


def offers(state, number):
    # type: (State, str) -> list[str]
    """What the judge may do."""
    if number != state["judge"]:
        return []
    return {"revealing": ["reveal_play"], "judging": ["pick_winner"]}.get(state["phase"], [])


def settle(state, now):
    # type: (State, int) -> Entries
    """A judge who left or is away decides nothing."""
    if is_active(state, state["judge"]) and "stand_in" not in state["players"][state["judge"]]:
        return []
    return _judge_is_gone(state, now, "judge_gone")


def time_is_up(context):
    # type: (MoveContext) -> Entries
    """What the judge has not turned over opens by itself; who does not pick loses the right to."""
    state = context.state
    if state["phase"] == "revealing":
        return open_plays(state) + begin_judging(state, context.now)
    return count_misses(state, [state["judge"]]) + _judge_is_gone(state, context.now, "judge_slept")


def reveal_play(context):
    # type: (MoveContext) -> Entries
    """The judge turns one play over; after the last one the judging begins."""
    state = context.state
    _require_judge(context)
    text = context.args.get("play")
    require(isinstance(text, six.text_type) and text in _numbers(state), "unknown_play")
    play = state["laid_plays"][int(text)]
    require(not play["revealed"], "already_revealed")
    play["revealed"] = True
    entries = [{"type": "revealed", "play": text}]
    if all(play["revealed"] for play in state["laid_plays"]):
        entries += begin_judging(state, context.now)
    return entries


def pick_winner(context):
    # type: (MoveContext) -> Entries
    """The judge's verdict."""
    state = context.state
    _require_judge(context)
    allowed = _numbers(state)
    plays = verdicts.chosen(context.args, allowed, verdicts.places_to_give(state, len(allowed)))
    state["players"][context.player]["missed_deadlines"] = 0
    return end_round(state, context.now, verdicts.in_order_of(state, plays))


MOVES = {"reveal_play": (("revealing",), reveal_play), "pick_winner": (("judging",), pick_winner)}


def _judge_is_gone(state, now, why):
    # type: (State, int, str) -> Entries
    """The table decides instead, or nobody wins."""
    if state["settings"]["judge_gone"] == "void" or state["phase"] == "choosing":
        return end_round(state, now, void=why)
    return table_decides(state, now, why)


def table_decides(state, now, why):
    # type: (State, int, str) -> Entries
    """From now on the table votes in this round."""
    state["former_judge"] = {"player": state.pop("judge"), "why": why}
    state["decided_by"] = "vote"
    entries = [{"type": "table_decides", "why": why}]
    return entries if state["phase"] == "playing" else entries + vote.plays_are_laid(state, now, clock.VOTE)


def _numbers(state):
    # type: (State) -> list[str]
    return ["%d" % place for place in range(len(state["laid_plays"]))]


def _require_judge(context):
    # type: (MoveContext) -> None
    require(context.player == context.state.get("judge"), "not_judge")
