"""Which moves make sense for a player now: what a client offers. The moves themselves check again."""
from __future__ import unicode_literals

from game.rules.shapes import State

from .rounds import is_running


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
    if number == state.get("judge"):
        moves += {"revealing": ["reveal_play"], "judging": ["pick_winner"]}.get(phase, [])
    if phase == "round_over" and number in (state["host"], state["judge"]) and not state.get("paused"):
        moves.append("next_round")
    if number == state["host"]:
        moves += {"lobby": ["start_game", "change_settings", "choose_decks"],
                  "game_over": ["rematch"]}.get(phase, [])
        if is_running(state):
            moves += ["end_game", "skip", "drop_card"]
        moves += ["kick", "make_host"]
    return moves
