"""People choose another host: by the votes of half of those who are here, and two at least, so that nobody
takes a room over alone. Who voted stays secret.
"""
from __future__ import unicode_literals

import six

from game.rules.errors import require
from game.rules.shapes import Deck, Document, Entries, MoveContext, Rng, State
from game.rules.state import is_active, is_bot, people
from game.rules.stored.schema import EVERYWHERE, RUNNING, Key

OPTIONS = ()
LASTS = 120 * 1000
SHOWN = 5  # candidates that everybody sees
KEYS = (
    Key("host_vote", "object", EVERYWHERE, False, "options/host/host_vote",
        "{against, until, absent, by: {number: the candidate}}: a vote that runs, `absent` if nobody with "
        "power was there when it began"),
    Key("voted_out", "number", EVERYWHERE, False, "options/host/host_vote",
        "the number of the game that ends before the owner, who was voted out, hosts again"),
)
TABLE = ("host_vote",)
SEAT = ("host_vote",)


def vote_host(context):
    # type: (MoveContext) -> Entries
    """Vote for `player` as the host, instead of before; for the present host to take the vote back."""
    state, voter, wanted = context.state, context.player, context.args.get("player")
    require(isinstance(wanted, six.text_type) and wanted in state["players"], "unknown_player")
    vote = state.get("host_vote", {"against": state["host"], "until": context.now + LASTS, "by": {}})
    by = {number: candidate for number, candidate in vote["by"].items() if number != voter}
    if wanted == state["host"]:
        require(voter in vote["by"], "not_now")
        state["host_vote"] = dict(vote, by=by)
        return []
    require(is_active(state, wanted) and not is_bot(state, wanted), "unknown_player")
    is_news = wanted not in by.values() and vote["by"].get(voter) != wanted
    by[voter] = wanted
    if not vote["by"] and _nobody_hosts(state):
        vote = dict(vote, absent=True)
    state["host_vote"] = dict(vote, by=by)
    return [{"type": "host_vote", "player": wanted}] if is_news else []


MOVES = {"vote_host": (EVERYWHERE, vote_host)}


def needed(state):
    # type: (State) -> int
    """How many votes make a host."""
    return max(2, (len(people(state)) + 1) // 2)


def due_at(state):
    # type: (State) -> int | None
    """When the vote ends."""
    return state["host_vote"]["until"] if "host_vote" in state else None


def due(context):
    # type: (MoveContext) -> Entries
    """Too few have voted in time."""
    return _withdraw(context.state) if "host_vote" in context.state else []


def mend_times(state, now):
    # type: (State, int) -> bool
    """A vote never lasts longer than if it had begun now."""
    if "host_vote" not in state or state["host_vote"]["until"] <= now + LASTS:
        return False
    state["host_vote"] = dict(state["host_vote"], until=now + LASTS)
    return True


def table_fields(state, deck):
    # type: (State, Deck | None) -> Document
    """{"votes": [{"player", "name", "votes"}], "needed", "until"}, the candidates with the most first."""
    if "host_vote" not in state:
        return {}
    votes = [{"player": number, "name": state["players"][number]["name"], "votes": count}
             for number, count in _counted(state["host_vote"]["by"])[:SHOWN]]
    return {"host_vote": {"votes": votes, "needed": needed(state), "until": state["host_vote"]["until"]}}


def seat_fields(state, number, deck):
    # type: (State, str, Deck | None) -> Document
    """For whom this player has voted."""
    by = state.get("host_vote", {}).get("by", {})
    return {"host_vote": by[number]} if number in by else {}


def afterwards(state, now, rng):
    # type: (State, int, Rng) -> Entries
    """Count; votes of and for people who are not here any more do not."""
    if "host_vote" not in state:
        return _owner_again(state)
    vote, here = state["host_vote"], set(people(state))
    came_back = vote.get("absent") and not _nobody_hosts(state)
    by = {voter: wanted for voter, wanted in vote["by"].items() if voter in here and wanted in here}
    if not by or came_back or vote["against"] != state["host"]:
        return _withdraw(state)
    if by != vote["by"]:
        state["host_vote"] = dict(vote, by=by)
    winner, votes = _counted(by)[0]
    return _elect(state, winner) if votes >= needed(state) else []


def _counted(by):
    # type: (dict[str, str]) -> list[tuple[str, int]]
    counts = {}  # type: dict[str, int]
    for wanted in by.values():
        counts[wanted] = counts.get(wanted, 0) + 1
    return sorted(counts.items(), key=lambda pair: (-pair[1], int(pair[0])))


def _nobody_hosts(state):
    # type: (State) -> bool
    """Whether neither the host nor a co-host shows any sign of life."""
    seats = [state["players"].get(number, {}) for number in [state["host"]] + state.get("cohosts", [])]
    return all(seat.get("presence") != "here" or "nudged_at" in seat or "bot" in seat for seat in seats)


def _withdraw(state):
    # type: (State) -> Entries
    del state["host_vote"]
    return [{"type": "host_vote_over"}]


def _elect(state, winner):
    # type: (State, str) -> Entries
    """Who was only absent hosts again when back; an unowned room is the winner's from now on, an owned one
    stays its owner's, who does not host before this game is over.
    """
    vote = state.pop("host_vote")
    if not vote.get("absent"):
        if "owned" not in state or winner == state["opener"]:
            state["opener"] = winner
            state.pop("voted_out", None)
        elif state["host"] == state["opener"]:
            state["voted_out"] = state["game"] + (0 if state["phase"] in RUNNING else 1)
    state["host"] = winner
    cohosts = [number for number in state.pop("cohosts", ()) if number != winner]
    if cohosts:
        state["cohosts"] = cohosts
    return [{"type": "host", "player": winner, "why": "vote"}]


def _owner_again(state):
    # type: (State) -> Entries
    """After the game for which the owner was voted out."""
    if "voted_out" not in state or state["phase"] in RUNNING or state["game"] < state["voted_out"]:
        return []
    del state["voted_out"]
    if state["opener"] == state["host"] or state["opener"] not in people(state):
        return []
    state["host"] = state["opener"]
    return [{"type": "host", "player": state["host"]}]
