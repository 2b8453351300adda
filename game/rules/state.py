"""The state of a room as plain JSON data, and the questions everybody asks of it. `schema` declares its keys.

Players are keyed by their number in the room, as text ("1", "2" ... in join order). Times are milliseconds.
"""
from __future__ import unicode_literals

from typing import Any, Sequence

from game.rules.shapes import Entries, PlayerState, State

from . import registry
from .looks import preset_look
from .settings import default_settings
from .stored.schema import SCHEMA

FEWEST_PLAYERS = 3
GRACE = 20 * 1000
SILENCE = 10 * 60 * 1000
BELIEVED = 6 * 3600 * 1000
# Kept free for each hand beside its size, so that a pick-3 card's two extra cards can always be dealt.
SPARE = 2


def new_state(host_name, now, owned=False, look=None):
    # type: (str, int, bool, dict[str, int] | None) -> State
    """A room whose first player, the host, has just opened it (they are `gone` until their socket opens).

    `owned` says that they have an account, so that they can come back to it from anywhere; `look` is theirs.
    """
    state = {
        "schema": SCHEMA, "phase": "lobby", "game": 0, "round": 0, "settings": default_settings(),
        "decks": [],
        "host": "1", "opener": "1", "players": {"1": new_player(host_name, now, look or preset_look(0))},
    }  # type: State
    if owned:
        state["owned"] = True
    return state


def new_player(name, now, look):
    # type: (str, int, dict[str, int]) -> PlayerState
    """A player who has taken a seat but not opened a socket yet."""
    return {"name": name, "score": 0, "hand": [], "presence": "gone", "gone_at": now, "missed_deadlines": 0,
            "face": look["face"], "colour": look["colour"]}


def lay_out(state, summaries, doubles=None):
    # type: (State, list[dict[str, Any]], dict[str, int] | None) -> None
    """Put decks on the table; `doubles` is {"black", "white"}, how many of their cards are there twice."""
    state["decks"] = summaries
    state.pop("doubles", None)
    if doubles and any(doubles.values()):
        state["doubles"] = doubles


def players_served(state, whites):
    # type: (State, int) -> int
    """How many players so many white cards serve with this hand size."""
    return whites // (state["settings"]["hand_size"] + SPARE)


def set_presence(state, number, presence, now=None):
    # type: (State, str, str, int | None) -> None
    """Note how present a player is; `now` is when they were lost, for "gone".

    An open nudge is answered or moot, and a bot that has played for a person does so no more.
    """
    player = state["players"][number]
    player["presence"] = presence
    if player.pop("stand_in", None):
        del player["bot"]
    player.pop("gone_at", None)
    player.pop("nudged_at", None)
    if presence == "gone":
        player["gone_at"] = now


def fork(state):
    # type: (State) -> State
    """A copy to work on: deep where moves change things in place, shared where they replace them.

    Made by hand because `copy.deepcopy` costs more than all the rules of a move together.
    """
    copy = dict(state)
    copy["players"] = {
        number: dict(player, hand=list(player["hand"])) for number, player in state["players"].items()}
    for pile in ("white_pile", "black_pile"):
        if pile in state:
            copy[pile] = dict(state[pile])
    if "chosen_cards" in state:
        copy["chosen_cards"] = dict(state["chosen_cards"])
    if "laid_plays" in state:
        copy["laid_plays"] = [dict(play) for play in state["laid_plays"]]
    return copy


def in_order(state):
    # type: (State) -> list[str]
    """Player numbers in join order, those who left too."""
    return sorted(state["players"], key=int)


def seated(state):
    # type: (State) -> list[str]
    """Numbers of those who have not left, in join order."""
    return [number for number in in_order(state) if state["players"][number]["presence"] != "left"]


def people_seated(state):
    # type: (State) -> list[str]
    """The same without bots, who take nobody's seat; with people for whom one plays."""
    return [number for number in seated(state) if not is_own_bot(state, number)]


def is_active(state, number):
    # type: (State, str) -> bool
    """Counts in the game: here, or lost so recently that the grace still runs."""
    player = state["players"].get(number)
    return player is not None and player["presence"] in ("here", "gone")


def active(state):
    # type: (State) -> list[str]
    """Numbers of the active players, in join order."""
    return [number for number in in_order(state) if is_active(state, number)]


def is_present(state, number, now, served_since=0):
    # type: (State, str, int, int) -> bool
    """Whether a person has a socket now, or lost it so recently that the grace still runs.

    The word alone does not tell: with nobody there to claim it, a grace that is over stays in the state; and
    a server that ended notes nobody's leaving, so `here` is not believed from before `served_since`, and for
    hours of silence only.
    """
    player = state["players"][number]
    if is_bot(state, number):
        return False
    if player["presence"] == "here":
        changed = state.get("changed_at", now)
        return bool(changed >= served_since and now - changed < BELIEVED)
    return bool(player["presence"] == "gone" and now - player["gone_at"] < GRACE)


def doubt_presence(state, now, served_since=0):
    # type: (State, int, int) -> Entries
    """After a long silence, and once after the server began to serve (`served_since`, 0 if nobody knows), ask
    for a sign of life: whoever is `here` is `gone` until their page says otherwise.

    Pages answer that by themselves at once. The others vanished with a server that ended. Returns log
    entries.
    """
    changed = state.get("changed_at", now)
    if changed >= served_since and now - changed < SILENCE:
        return []
    doubted = [number for number in in_order(state)
               if state["players"][number]["presence"] == "here" and not is_bot(state, number)]
    for number in doubted:
        set_presence(state, number, "gone", now)
    return [{"type": "gone", "player": number} for number in doubted]


def is_owner(state, number):
    # type: (State, str) -> bool
    """Whether this player opened the room and has an account: whoever hosts meanwhile does it for them."""
    return "owned" in state and number == state["opener"]


def removed(state, kind):
    # type: (State, str) -> Sequence[int]
    """The numbers of the "black" or "white" cards that this game deals no more."""
    return state.get("removed_cards", {}).get(kind, ())


def whites_in_play(state):
    # type: (State) -> int
    """How many white cards this game deals."""
    return state["white_pile"]["size"] - len(removed(state, "white"))


def blacks_in_play(state):
    # type: (State) -> int
    """How many black cards this game deals."""
    return state["black_pile"]["size"] - len(removed(state, "black"))


def held_whites(state):
    # type: (State) -> set[int]
    """The set of white cards that are in a hand or on the table."""
    held = set()
    for player in state["players"].values():
        held.update(player["hand"])
    if state["phase"] in ("revealing", "judging"):
        for play in state["laid_plays"]:
            held.update(card for card in play["cards"] if card >= 0)
    for hook in registry.hooks("held"):
        held.update(hook(state))
    return held


def has_laid_down(state, number):
    # type: (State, str) -> bool
    """Whether cards of this player are part of the round under way, in the hand still or on the table."""
    if state["phase"] == "playing":
        return number in state["chosen_cards"]
    return state["phase"] in ("revealing",
                              "judging") and any(play["player"] == number for play in state["laid_plays"])


def is_bot(state, number):
    # type: (State, str) -> bool
    """Whether a bot plays here: nobody else does, and it is always here."""
    return "bot" in state["players"].get(number, ())


def is_own_bot(state, number):
    # type: (State, str) -> bool
    """Whether this seat is a bot's own, no person's who is asleep."""
    return is_bot(state, number) and "stand_in" not in state["players"][number]


def people(state):
    # type: (State) -> list[str]
    """Numbers of the active players who are no bots, in join order."""
    return [number for number in active(state) if not is_bot(state, number)]


def may_decide(state):
    # type: (State) -> list[str]
    """Numbers of the active players who judge and vote: people; bots too where there are no two people."""
    here = people(state)
    return here if len(here) > 1 else active(state)


def decides(state, number):
    # type: (State, str) -> bool
    """Whether this player is one of them; quick for people."""
    return is_active(state, number) and (not is_bot(state, number) or number in may_decide(state))


def is_enough(state):
    # type: (State) -> bool
    """Whether a game can go on: enough seats, and a person among them."""
    return len(active(state)) >= FEWEST_PLAYERS and bool(people(state))


def next_after(numbers, number):
    # type: (list[str], str) -> str
    """The one of `numbers` (in join order) who comes after `number`, going round the table."""
    later = [other for other in numbers if int(other) > int(number)]
    return (later or numbers)[0]
