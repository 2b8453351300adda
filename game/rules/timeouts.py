"""Claims on time: anyone may say that something is due; the stored deadlines decide.

So no timer has to run anywhere, and a restart forgets none.
"""
from __future__ import unicode_literals

from game.rules.shapes import Entries, Entry, MoveContext, PlayerState, State

from .errors import require
from .rounds import begin_judging, begin_revealing, begin_round, end_round, settle
from .state import GRACE, in_order, set_presence, waiting_for

# Whose answer is awaited this many times in a row in vain is taken for asleep.
MISSES = 2


def expire(context):
    # type: (MoveContext) -> Entries
    """Apply everything that is due: absences beyond their grace, then the deadline of the phase."""
    state, now = context.state, context.now
    absent = [number for number in in_order(state) if _grace_is_over(state["players"][number], now)]
    late = "deadline" in state and state["deadline"] <= now
    require(absent or late, "nothing_due")
    entries = [_mark_away(state, number) for number in absent]
    before = (state["phase"], state["round"])
    if absent:
        entries += settle(state, now, context.rng)
    if late and before == (state["phase"], state["round"]):
        entries += DUE[state["phase"]](context)
    return entries


def _playing_is_over(context):
    # type: (MoveContext) -> Entries
    state = context.state
    entries = _count_misses(state, waiting_for(state))
    if not state["chosen_cards"]:
        entries += end_round(state, context.now, void="no_plays")
        return entries + settle(state, context.now, context.rng)
    entries += begin_revealing(state, context.now, context.rng)
    return entries + settle(state, context.now, context.rng)


def _revealing_is_over(context):
    # type: (MoveContext) -> Entries
    state = context.state
    entries = []
    for number, play in enumerate(state["laid_plays"]):
        if not play["revealed"]:
            play["revealed"] = True
            entries.append({"type": "revealed", "play": "%d" % number})
    return entries + begin_judging(state, context.now)


def _judging_is_over(context):
    # type: (MoveContext) -> Entries
    state = context.state
    entries = _count_misses(state, [state["judge"]])
    entries += end_round(state, context.now, void="judge_slept")
    return entries + settle(state, context.now, context.rng)


def _pause_is_over(context):
    # type: (MoveContext) -> Entries
    return begin_round(context.state, context.deck, context.now, context.rng)


DUE = {"playing": _playing_is_over, "revealing": _revealing_is_over, "judging": _judging_is_over,
       "round_over": _pause_is_over}


def _grace_is_over(player, now):
    # type: (PlayerState, int) -> bool
    started = player.get("gone_at") or player.get("nudged_at")
    return player["presence"] in ("here", "gone") and started is not None and now - started >= GRACE


def _count_misses(state, numbers):
    # type: (State, list[str]) -> Entries
    entries = []
    for number in numbers:
        state["players"][number]["missed_deadlines"] += 1
        if state["players"][number]["missed_deadlines"] >= MISSES:
            entries.append(_mark_away(state, number))
    return entries


def _mark_away(state, number):
    # type: (State, str) -> Entry
    set_presence(state, number, "away")
    return {"type": "away", "player": number}
