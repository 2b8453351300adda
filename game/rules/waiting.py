"""Whose move the others wait for."""
from __future__ import unicode_literals

from game.rules.shapes import State

from . import deciders, registry
from .state import is_active


def waiting_for(state):
    # type: (State) -> list[str]
    """Numbers of the players whose move the others wait for, in join order;
    [] when only time or nobody decides.
    """
    numbers = _of_the_phase(state)
    for hook in registry.hooks("waiting_for"):
        numbers = hook(state, numbers)
    return numbers


def answers_are_missing(state):
    # type: (State) -> bool
    """Whether somebody is waited for while answers are chosen; quicker than to list them."""
    if registry.hooks("waiting_for"):
        return bool(waiting_for(state))
    chosen = state["chosen_cards"]
    return any(number not in chosen and is_active(state, number) for number in state["round_players"])


def _of_the_phase(state):
    # type: (State) -> list[str]
    phase = state["phase"]
    if phase == "playing":
        return [number for number in state["round_players"]
                if number not in state["chosen_cards"] and is_active(state, number)]
    if phase in ("revealing", "judging"):
        return list(deciders.of(state).waiting_for(state))
    if phase == "choosing":
        return [state["judge"]]
    if phase == "round_over" and (state.get("paused") or "deadline" in state):
        return []
    return [state["host"]] if is_active(state, state["host"]) else []
