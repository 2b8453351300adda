"""The entry point of the rules: which move may be made when, and by whom.

Knows no Django, no clock, no randomness of its own: `now` and `rng` come in as arguments.
"""
from __future__ import unicode_literals

from game.rules.shapes import Args, Deck, Entries, MoveContext, Rng, State

from . import hosting, people, playing, removed_cards, timeouts
from .errors import require
from .rounds import settle
from .stored.schema import RUNNING

ANY_PHASE = ("lobby", "game_over") + RUNNING
WHEN = {
    "lobby": {"change_settings": hosting.change_settings, "choose_decks": hosting.choose_decks,
              "start_game": hosting.start_game},
    "playing": {"play_cards": playing.play_cards, "take_back": playing.take_back},
    "revealing": {"reveal_play": playing.reveal_play},
    "judging": {"pick_winner": playing.pick_winner},
    "round_over": {"next_round": playing.next_round},
    "game_over": {"rematch": hosting.rematch},
}
WHILE_RUNNING = {"end_game": hosting.end_game, "skip": playing.skip, "drop_card": removed_cards.drop_card}
ALWAYS = {"kick": hosting.kick, "make_host": hosting.make_host, "leave": people.leave, "here": people.here,
          "change_name": people.change_name, "nudge": people.nudge, "expire": timeouts.expire}
# Made by the server, mostly for a player; never taken from a client.
BY_SERVER = {"join": people.join, "rename": people.rename, "own": people.own, "disown": people.disown,
             "connect": people.connect, "disconnect": people.disconnect,
             "remove_card": removed_cards.remove_card}

MOVES = {phase: dict(ALWAYS, **WHEN[phase]) for phase in ANY_PHASE}
for running in RUNNING:
    MOVES[running].update(WHILE_RUNNING)
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
    if name in BY_SERVER:
        return BY_SERVER[name](context)
    require(name in PLAYER_MOVES, "unknown_move")
    seated = player in state["players"] and state["players"][player]["presence"] != "left"
    require(seated or name == "expire", "not_seated")
    require(name in MOVES[state["phase"]], "not_now")
    entries = MOVES[state["phase"]][name](context)
    if name not in NO_SIGN_OF_LIFE:
        alive = people.sign_of_life(state, context.player)
        if alive:
            entries += alive + settle(state, now, rng)
    return entries
