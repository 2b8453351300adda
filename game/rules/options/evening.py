"""The evening's tally: how many games and points each person has won in this room, over all rematches."""
from __future__ import unicode_literals

from game.rules import crowds
from game.rules.shapes import Deck, Document, Entries, Rng, State
from game.rules.state import in_order, is_own_bot
from game.rules.stored.schema import EVERYWHERE, Key

OPTIONS = ()
# A game that begins so long after the one before it begins another evening.
NIGHT = 8 * 3600 * 1000
KEYS = (Key("evening", "object", EVERYWHERE, False, "options/evening",
            "{games, began, players: {number: [games won, points]}}; `began`: when the last game did"),)
TABLE = ("evening",)


def begin_game(state, deck, now, rng):
    # type: (State, Deck, int, Rng) -> Entries
    """A tally that is old is forgotten."""
    before = state.get("evening")
    if before is None or now - before["began"] > NIGHT:
        before = {"games": 0, "players": {}}
    state["evening"] = dict(before, began=now)
    return []


def game_ends(state):
    # type: (State) -> None
    """Add the points of a game that somebody has won."""
    if not state["winners"] or "evening" not in state:
        return
    evening = state["evening"]
    players = dict(evening["players"])
    for number in in_order(state):
        score = state["players"][number]["score"]
        if score and not is_own_bot(state, number):
            won, points = players.get(number, (0, 0))
            players[number] = [won + (number in state["winners"]), points + score]
    state["evening"] = dict(evening, games=evening["games"] + 1, players=players)


def table_fields(state, deck):
    # type: (State, Deck | None) -> Document
    """{"evening": {"games", "players": {number: {"won", "points"}}}} between games, once there is more to
    tell than the scores on the table.
    """
    evening = state.get("evening", {"games": 0})
    if state["phase"] not in ("lobby", "game_over") or evening["games"] < 1 + (state["phase"] == "game_over"):
        return {}
    numbers = crowds.shown(state) if crowds.is_crowd(state) else state["players"]
    return {"evening": {"games": evening["games"], "players": {
        number: {"won": won, "points": points} for number, (won, points) in evening["players"].items()
        if number in numbers}}}
