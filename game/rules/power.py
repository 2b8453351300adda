"""Who may do what a host does: the host, and the co-hosts whom the host has named."""
from __future__ import unicode_literals

from game.rules.errors import require
from game.rules.shapes import State


def has_power(state, number):
    # type: (State, str | None) -> bool
    """Whether this player hosts, alone or beside the host."""
    return number == state["host"] or number in state.get("cohosts", ())


def require_power(state, number):
    # type: (State, str) -> None
    """Raises InvalidMoveError for whoever does not host."""
    require(has_power(state, number), "not_host")


def require_host(state, number):
    # type: (State, str) -> None
    """Raises InvalidMoveError for whoever is not the host, also for co-hosts."""
    require(has_power(state, number), "not_host")
    require(number == state["host"], "host_alone")
