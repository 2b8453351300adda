"""The entry point of the rules: which move may be made when, and by whom.

Knows no Django, no clock, no randomness of its own: `now` and `rng` come in as arguments.
"""
from __future__ import unicode_literals

from typing import Any

from game.rules.shapes import Args, Deck, Entries, MoveContext, Rng, State

from . import deciders, looks, options, registry, timekeeping  # noqa: F401
from .errors import require
from .moves import hosting, people, playing, removed_cards, timeouts
from .rounds import settle
from .state import has_laid_down
from .stored.schema import RUNNING

ANY_PHASE = ("lobby", "game_over") + RUNNING
WHEN = {
    "lobby": {"choose_decks": hosting.choose_decks, "start_game": hosting.start_game},
    "playing": {"play_cards": playing.play_cards, "take_back": playing.take_back},
    "round_over": {"next_round": playing.next_round},
    "game_over": {"rematch": hosting.rematch, "watch": people.watch},
}  # type: dict[str, dict[str, Any]]
WHILE_RUNNING = {"end_game": hosting.end_game, "skip": playing.skip, "drop_card": removed_cards.drop_card,
                 "choose_decks": hosting.choose_decks, "stop_clock": timekeeping.stop_clock,
                 "start_clock": timekeeping.start_clock, "add_time": timekeeping.add_time,
                 "watch": people.watch}
ALWAYS = {"change_settings": hosting.change_settings, "kick": hosting.kick, "make_host": hosting.make_host,
          "leave": people.leave, "here": people.here, "change_name": people.change_name,
          "change_look": looks.change_look,
          "nudge": people.nudge, "expire": timeouts.expire}
# Made by the server, mostly for a player; never taken from a client.
BY_SERVER = {"join": people.join, "rename": people.rename, "own": people.own, "disown": people.disown,
             "connect": people.connect, "disconnect": people.disconnect,
             "remove_card": removed_cards.remove_card}

MOVES = {phase: dict(ALWAYS, **WHEN.get(phase, {})) for phase in ANY_PHASE}
for running in RUNNING:
    MOVES[running].update(WHILE_RUNNING)
for module in list(deciders.BY_NAME.values()) + registry.rules():
    for name, (phases, function) in getattr(module, "MOVES", {}).items():
        for phase in phases:
            MOVES[phase][name] = function
PLAYER_MOVES = frozenset(name for phase in MOVES for name in MOVES[phase])
# An `expire` says nothing about its sender, who may be a spectator; a leaver is not here.
NO_SIGN_OF_LIFE = ("expire", "leave")


def apply_move(state, player, name, args, now, rng, deck=None):
    # type: (State, str | None, str, Args, int, Rng, Deck | None) -> Entries
    """Make one move: change `state` in place and return the public log entries, or raise InvalidMoveError.

    Every check comes before the first change, so a refused move leaves the state as it was; whoever wants to
    keep the old state forks it (`state.fork`) once for a whole batch of moves, which a copy in here could not
    do.

    `player` is a player number ("3") or None, `args` a dict, `now` milliseconds, `rng` has `random()`, `deck`
    is the Deck of the running game (or, for start_game, of the game to start).
    """
    context = MoveContext(state, player, args, now, rng, deck)  # type: ignore[arg-type]
    entries = BY_SERVER[name](context) if name in BY_SERVER else _make(context, name)
    entries += settle(state, now, rng)
    for hook in registry.hooks("afterwards"):
        entries += hook(state, now, rng)
    return entries


def _make(context, name):
    # type: (MoveContext, str) -> Entries
    state, player, now, rng = context.state, context.player, context.now, context.rng
    require(name in PLAYER_MOVES, "unknown_move")
    seated = player in state["players"] and state["players"][player]["presence"] != "left"
    require(seated or name == "expire", "not_seated")
    require(not _is_too_late(state, player, name), "too_late")
    require(name in MOVES[state["phase"]], "not_now")
    entries = MOVES[state["phase"]][name](context)
    if name not in NO_SIGN_OF_LIFE:
        entries += settle(state, now, rng)
        entries += people.sign_of_life(state, player)
    return entries


def _is_too_late(state, number, name):
    # type: (State, str, str) -> bool
    """Whether somebody plays cards whose round has gone on without them."""
    return (name == "play_cards" and state["phase"] in ("revealing", "judging")
            and number in state["round_players"] and not has_laid_down(state, number))
