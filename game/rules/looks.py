"""How a player looks at the table: one of the drawn faces in one of the colours, both numbered from 1.

No two players of a room share both, as long as any pair is free. Bots have faces that no person can choose.
"""
from __future__ import unicode_literals

from collections import Counter
from typing import Any, Iterable

import six

from game.rules.shapes import Entries, MoveContext, Rng, State

from .errors import require

FACES, BOT_FACES, COLOURS = 24, 6, 12
OF_PEOPLE = range(1, FACES + 1)
OF_BOTS = range(FACES + 1, FACES + BOT_FACES + 1)


def is_look(face, colour):
    # type: (Any, Any) -> bool
    """Whether a person may look like this."""
    return _is_number(face, FACES) and _is_number(colour, COLOURS)


def free_look(state, rng, wanted=None, but=None, faces=OF_PEOPLE):
    # type: (State, Rng, tuple[int, int] | None, str | None, Iterable[int]) -> dict[str, int]
    """{"face", "colour"} for one more player, or for `but`: the `wanted` pair if nobody has it, else that
    face in another colour; without a wish what is seen least at this table, by lot.
    """
    taken = _taken(state, but)
    if wanted is not None and wanted not in taken:
        return _look(*wanted)
    pairs = [(face, colour) for face in faces for colour in range(1, COLOURS + 1)]
    free = [pair for pair in pairs if pair not in taken] or pairs
    if wanted is not None:
        free = [pair for pair in free if pair[0] == wanted[0]] or free
    seen = Counter(face for face, _ in taken), Counter(colour for _, colour in taken)

    def crowded(pair):
        # type: (tuple[int, int]) -> tuple[int, int]
        return seen[0][pair[0]], seen[1][pair[1]]
    least = min(crowded(pair) for pair in free)
    rarest = [pair for pair in free if crowded(pair) == least]
    return _look(*rarest[int(rng.random() * len(rarest))])


def look_of(document):
    # type: (dict[str, Any]) -> tuple[int, int] | None
    """(face, colour) of a player or of arguments; None where a person cannot look like that."""
    face, colour = document.get("face"), document.get("colour")
    return (face, colour) if is_look(face, colour) else None  # type: ignore[return-value]


def preset_look(place, bot=False):
    # type: (int, bool) -> dict[str, int]
    """A look for the player at this place of an old room, from 0: no two of the first 288 share one."""
    faces = OF_BOTS if bot else OF_PEOPLE
    return _look(faces[place % len(faces)], (place * 5 + place // len(faces)) % COLOURS + 1)


def change_look(context):
    # type: (MoveContext) -> Entries
    """Look like `face` in `colour` from now on."""
    look = look_of(context.args)
    require(look is not None, "bad_look")
    player = context.state["players"][context.player]
    if look == (player["face"], player["colour"]):
        return []
    free = len(_taken(context.state, None)) < FACES * COLOURS
    require(not free or look not in _taken(context.state, context.player), "look_taken")
    player.update(_look(*look))  # type: ignore[misc]
    return [{"type": "new_look", "player": context.player}]


def _look(face, colour):
    # type: (int, int) -> dict[str, int]
    return {"face": face, "colour": colour}


def _taken(state, but):
    # type: (State, str | None) -> set[tuple[int, int]]
    """The pairs of all others, those who left too: they may come back."""
    return {(player["face"], player["colour"]) for number, player in state["players"].items()
            if number != but}


def _is_number(value, most):
    # type: (Any, int) -> bool
    return isinstance(value, six.integer_types) and not isinstance(value, bool) and 1 <= value <= most
