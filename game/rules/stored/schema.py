"""What a room's state consists of: every key once, as data. `problems` compares a state with it.

Whoever adds, renames or removes a key raises SCHEMA, tells upgrade.py how to make the new states of the old
ones, and stores examples of the old ones before (tests/rules/stored/stored_states.py).

Players are keyed by their number as text, times are milliseconds, cards are their numbers in the frozen deck.
"""
from __future__ import unicode_literals

from typing import Any, NamedTuple, Sequence, Text

import six

from game.rules import registry
from game.rules.shapes import PlayerState, State

SCHEMA = 4  # the number that every state carries
RUNNING = ("choosing", "playing", "revealing", "judging", "round_over")
DECIDING = ("choosing", "playing", "revealing", "judging")
ANSWERED = ("playing", "revealing", "judging", "round_over")
LAID_OUT = ("revealing", "judging", "round_over")
IN_A_GAME = RUNNING + ("game_over",)
EVERYWHERE = ("lobby",) + IN_A_GAME

# A key that stands in each of these phases (`always`), or may. `kind` is a type of JSON; `writer` the module
# of the rules that sets it, beside those that only clear it.
Key = NamedTuple("Key", [
    ("name", Text), ("kind", Text), ("phases", Sequence[Text]), ("always", bool), ("writer", Text),
    ("meaning", Text)])

ROOM = (
    Key("schema", "number", EVERYWHERE, True, "state", "the SCHEMA of the code that wrote the state"),
    Key("phase", "text", EVERYWHERE, True, "phases", "one of EVERYWHERE"),
    Key("game", "number", EVERYWHERE, True, "rounds", "counts the games that have begun"),
    Key("round", "number", EVERYWHERE, True, "rounds", "from 1; 0 before the first round of a game"),
    Key("settings", "object", EVERYWHERE, True, "moves/hosting", "see settings.py"),
    Key("decks", "list", EVERYWHERE, True, "state",
        "summaries of the decks chosen: {id, name, black, white}, by_default where nobody has chosen it"),
    Key("doubles", "object", EVERYWHERE, False, "state",
        "{black, white}: how many of their cards are there twice"),
    Key("host", "text", EVERYWHERE, True, "moves/hosting",
        "the player who decides; `rounds` passes it on meanwhile"),
    Key("opener", "text", EVERYWHERE, True, "moves/hosting",
        "whose room it is: the host again when they are back"),
    Key("owned", "true", EVERYWHERE, False, "moves/people", "the opener has an account"),
    Key("players", "object", EVERYWHERE, True, "moves/people", "{number: PLAYER}, those who left too"),
    Key("dropped_fingerprints", "object", EVERYWHERE, False, "moves/removed_cards",
        "{kind: fingerprints} of what the host dropped"),
    Key("nudged_at", "number", EVERYWHERE, False, "moves/people", "when somebody last nudged"),
    Key("changed_at", "number", EVERYWHERE, False, "", "when game/moves/batches.py last changed the state"),
    Key("snapshot_id", "any", IN_A_GAME, True, "rounds", "the id of the frozen deck"),
    Key("white_pile", "object", IN_A_GAME, True, "rounds", "a pile, see pile.py"),
    Key("black_pile", "object", IN_A_GAME, True, "rounds", "a pile, see pile.py"),
    Key("removed_cards", "object", IN_A_GAME, False, "moves/removed_cards",
        "{kind: numbers} of cards that this game deals no more"),
    Key("decided_by", "text", RUNNING, True, "rounds", "the way this round is decided, see deciders/"),
    Key("judge", "text", RUNNING, False, "rounds", "who decides; missing where the table does"),
    Key("former_judge", "object", ANSWERED, False, "deciders/judge",
        "{player, why} of the judge who was to decide, where the table does instead"),
    Key("last_judge", "text", RUNNING, False, "rounds", "who judged last: the turn goes on after them"),
    Key("black_card", "number", ANSWERED, False, "rounds", "the number of the round's black card"),
    Key("round_players", "list", ANSWERED, False, "rounds", "who plays this round, in join order"),
    Key("chosen_cards", "object", ("playing",), True, "moves/playing",
        "{number: cards} played so far, which are in the hand still"),
    Key("laid_plays", "list", LAID_OUT, True, "rounds", "shuffled plays: {player, cards, revealed}"),
    Key("ballots", "object", ("judging", "round_over"), False, "deciders/vote",
        "{number: plays, best first}"),
    Key("deadline", "number", RUNNING, False, "clock", "when `expire` ends the phase"),
    Key("added_time", "number", RUNNING, False, "clock", "ms that were added to this phase"),
    Key("time_given", "number", RUNNING, False, "clock", "ms that it has in all, with what was added"),
    Key("clock_stopped", "object", RUNNING, False, "clock", "{by, left}: who stopped it, ms that were left"),
    Key("winner", "object", ("round_over",), False, "phases", "{player, play}: the best of the verdict"),
    Key("verdict", "list", ("round_over",), False, "phases",
        "{player, play, points} of each play that won something, best first; `votes` where the table voted"),
    Key("void", "text", ("round_over",), False, "phases", "why nobody won the round"),
    Key("paused", "true", ("round_over",), False, "rounds", "too few players to go on"),
    Key("winners", "list", ("game_over",), True, "phases", "the players with the best score"),
)
PLAYER = (
    Key("name", "text", EVERYWHERE, True, "moves/people", "the nickname"),
    Key("face", "number", EVERYWHERE, True, "looks", "which of the drawn faces, from 1"),
    Key("colour", "number", EVERYWHERE, True, "looks", "of the face, from 1"),
    Key("score", "number", EVERYWHERE, True, "phases", "points in this game"),
    Key("hand", "list", EVERYWHERE, True, "cards/hands", "the cards held"),
    Key("presence", "text", EVERYWHERE, True, "state", "here, gone (lost a moment ago), away or left"),
    Key("missed_deadlines", "number", EVERYWHERE, True, "moves/playing", "how many in a row"),
    Key("gone_at", "number", EVERYWHERE, False, "state", "when a player who is gone was lost"),
    Key("nudged_at", "number", EVERYWHERE, False, "moves/people", "since when a sign of life is waited for"),
    Key("watches", "true", IN_A_GAME, False, "moves/people", "who left to watch for a while"),
    Key("recent_move_ids", "list", EVERYWHERE, False, "",
        "kept here by game/moves/batches.py, which answers them without a move"),
)

_TYPES = {
    "text": six.string_types, "number": six.integer_types, "list": list, "object": dict, "true": bool,
    "any": object}  # type: Any


def problems(state):
    # type: (State) -> list[str]
    """Sentences that say what in a state is not as declared; [] for a valid one."""
    found = _compare(ROOM + registry.gathered("KEYS"), state, state["phase"], "the room")
    for number, player in state["players"].items():
        found += _compare(PLAYER + registry.gathered("PLAYER_KEYS"), player, state["phase"],
                          "player %s" % number)
    return found


def _compare(keys, values, phase, whose):
    # type: (Sequence[Key], State | PlayerState, str, str) -> list[str]
    known = {key.name: key for key in keys}
    found = ["%s has an unknown key %s" % (whose, name) for name in sorted(set(values) - set(known))]
    for key in keys:
        if key.name not in values:
            if key.always and phase in key.phases:
                found.append("%s has no %s in %s" % (whose, key.name, phase))
        elif phase not in key.phases:
            found.append("%s has %s in %s" % (whose, key.name, phase))
        elif not isinstance(values[key.name], _TYPES[key.kind]):
            found.append("%s of %s is no %s" % (key.name, whose, key.kind))
    return found
