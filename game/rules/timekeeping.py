"""What the host does to the clock: stop it, let it go on, give a phase more time."""
from __future__ import unicode_literals

from game.rules.shapes import Entries, MoveContext

from . import clock
from .errors import require
from .power import has_power, require_power


def stop_clock(context):
    # type: (MoveContext) -> Entries
    """The time stands still, in the phases to come too, until the host lets it go on; moves stay possible."""
    state = context.state
    require_power(state, context.player)
    require("clock_stopped" not in state, "clock_stands")
    clock.stop(state, context.now, context.player)
    return [{"type": "clock_stopped", "player": context.player}]


def start_clock(context):
    # type: (MoveContext) -> Entries
    """The time goes on where it stopped."""
    state = context.state
    require_power(state, context.player)
    require("clock_stopped" in state, "clock_runs")
    clock.go_on(state, context.now)
    return [{"type": "clock_started", "player": context.player}]


def add_time(context):
    # type: (MoveContext) -> Entries
    """The host or the judge gives everybody 30 s more in this phase, 10 minutes at most."""
    state = context.state
    require(has_power(state, context.player) or context.player == state.get("judge"), "not_host")
    require("deadline" in state or "left" in state.get("clock_stopped", ()), "no_clock")
    require(clock.add(state, context.now), "enough_time")
    return [{"type": "time_added", "player": context.player, "seconds": clock.ADDED // 1000}]
