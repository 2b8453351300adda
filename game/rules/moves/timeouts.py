"""Claims on time: anyone may say that something is due; the stored deadlines decide.

So no timer has to run anywhere, and a restart forgets none.
"""
from __future__ import unicode_literals

from game.rules import deciders, registry
from game.rules.errors import require
from game.rules.misses import count_misses, mark_away
from game.rules.phases import end_round
from game.rules.rounds import begin_revealing, begin_round, settle
from game.rules.shapes import Entries, MoveContext, PlayerState, State
from game.rules.state import GRACE, in_order
from game.rules.waiting import waiting_for

# A phone that sends what is chosen when its countdown ends has so long for it; milliseconds.
LAST_MOMENT = 1000


def expire(context):
    # type: (MoveContext) -> Entries
    """Apply everything that is due: absences beyond their grace, what rules have to do, then the deadline of
    the phase.
    """
    state, now = context.state, context.now
    absent = [number for number in in_order(state) if _grace_is_over(state["players"][number], now)]
    due = [rule for rule in registry.rules()
           if registry.has(rule, "due_at") and _has_passed(rule.due_at(state), now)]
    late = "deadline" in state and state["deadline"] + _last_moment(state) <= now
    require(absent or due or late, "nothing_due")
    entries = [mark_away(state, number) for number in absent]
    before = (state["phase"], state["round"])
    for rule in due:
        entries += rule.due(context)
    if absent or due:
        entries += settle(state, now, context.rng)
    if late and before == (state["phase"], state["round"]):
        entries += _phase_is_over(context)
    return entries


def due_at(state):
    # type: (State) -> int | None
    """When rules have something to do, beside the deadline; None for never."""
    times = [hook(state) for hook in registry.hooks("due_at")]
    return min([time for time in times if time is not None] or [None])


def _phase_is_over(context):
    # type: (MoveContext) -> Entries
    state, entries = context.state, []  # type: tuple[State, Entries]
    phase = state["phase"]
    for hook in registry.hooks("time_is_up"):
        if state["phase"] == phase:
            entries += hook(context)
    return entries if state["phase"] != phase else entries + DUE[phase](context)


def _playing_is_over(context):
    # type: (MoveContext) -> Entries
    state = context.state
    entries = count_misses(state, waiting_for(state))
    if not state["chosen_cards"]:
        return entries + end_round(state, context.now, void="no_plays")
    return entries + begin_revealing(state, context.now, context.rng)


def _decider_is_late(context):
    # type: (MoveContext) -> Entries
    return deciders.of(context.state).time_is_up(context)


def _pause_is_over(context):
    # type: (MoveContext) -> Entries
    return begin_round(context.state, context.deck, context.now, context.rng)


DUE = {"playing": _playing_is_over, "revealing": _decider_is_late, "judging": _decider_is_late,
       "round_over": _pause_is_over}


def _last_moment(state):
    # type: (State) -> int
    return LAST_MOMENT if state["phase"] == "playing" and state["settings"]["late_answers"] == "chosen" else 0


def _has_passed(time, now):
    # type: (int | None, int) -> bool
    return time is not None and time <= now


def _grace_is_over(player, now):
    # type: (PlayerState, int) -> bool
    started = player.get("gone_at") or player.get("nudged_at")
    return player["presence"] in ("here", "gone") and started is not None and now - started >= GRACE
