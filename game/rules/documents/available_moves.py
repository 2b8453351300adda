"""Which moves make sense for a player now: what a client offers. The moves themselves check again."""
from __future__ import unicode_literals

from game.rules import deciders, registry
from game.rules.phases import is_running
from game.rules.power import has_power
from game.rules.shapes import State


def moves_that_make_sense(state, number):
    # type: (State, str) -> list[str]
    """Names of moves for somebody who has not left, in the order a person would look for them.

    `leave` is always possible and `nudge` follows from the table's `waiting_for`: listing them would send
    every seat anew whenever the table waits for somebody else.
    """
    presence = state["players"][number]["presence"]
    phase, moves = state["phase"], []
    if presence == "away" or "nudged_at" in state["players"][number]:
        moves.append("here")
    if phase == "playing" and number in state["round_players"]:
        moves.append("play_cards")
        if number in state["chosen_cards"]:
            moves.append("take_back")
    if phase in ("revealing", "judging"):
        moves += deciders.of(state).offers(state, number)
    if phase == "round_over" and _goes_on(state, number) and not state.get("paused"):
        moves.append("next_round")
    for hook in registry.hooks("offers"):
        moves += hook(state, number)
    if has_power(state, number):
        moves += {"lobby": ["start_game", "change_settings", "choose_decks"],
                  "game_over": ["rematch"]}.get(phase, [])
        if is_running(state):
            moves += ["end_game", "skip", "drop_card", "change_settings", "choose_decks"]
            moves.append("start_clock" if "clock_stopped" in state else "stop_clock")
        moves.append("kick")
    if number == state["host"]:
        moves.append("make_host")
    return moves


def _goes_on(state, number):
    # type: (State, str) -> bool
    return has_power(state, number) or number == state.get("judge")
