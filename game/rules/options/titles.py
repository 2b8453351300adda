"""What each person has done in a game, counted round by round, and the titles that its end gives for it: at
most one a person, each for something that really happened.
"""
from __future__ import unicode_literals

from typing import Any

from game.rules.cards.texts import is_written
from game.rules.shapes import Deck, Document, Entries, PlayerState, Rng, State
from game.rules.state import in_order, is_bot, is_own_bot
from game.rules.stored.schema import ANSWERED, IN_A_GAME, Key

OPTIONS = ()
KEYS = (Key("quickest", "text", ANSWERED, False, "options/titles", "the person who answered first"),
        Key("titles", "object", ("game_over",), False, "options/titles",
            "{player: {title, count}}; `by` whose favourite"))
PLAYER_KEYS = (Key("facts", "object", IN_A_GAME, False, "options/titles",
                   "what a person did: numbers of likes, played, quick, close, wrote; rounds won, by judge"),)
OF_A_ROUND = ("quickest",)
OF_A_GAME = ("titles",)
OF_A_PLAYER = ("facts",)
TABLE = ("titles",)
HALF = 2  # a game of fewer rounds than twice this has no second half


def afterwards(state, now, rng):
    # type: (State, int, Rng) -> Entries
    """Note who has answered first in this round."""
    if state["phase"] == "playing":
        answered = [number for number in state["chosen_cards"] if not is_bot(state, number)]
        if state.get("quickest") not in answered:
            state.pop("quickest", None)
            if answered:
                state["quickest"] = min(answered, key=int)
    return []


def round_ends(state):
    # type: (State) -> None
    """Count what people did in a round that somebody has won."""
    best = {one["player"] for one in state["verdict"] if one["points"] == state["verdict"][0]["points"]}
    placed = {one["player"] for one in state["verdict"]}
    likes = {number: len(fans) for number, fans in state.get("likes", {}).items()}
    for place, play in enumerate(state["laid_plays"]):
        _count(state, play["player"], likes=likes.get("%d" % place, 0),
               wrote=sum(1 for card in play["cards"] if is_written(card)))
    for number in {play["player"] for play in state["laid_plays"]}:
        _count(state, number, played=1, quick=int(state.get("quickest") == number),
               close=int(number in placed - best))
        if number in best:
            _note_win(state, number)


def game_ends(state):
    # type: (State) -> None
    """Give the titles of this game."""
    titles = titles_of(state)
    if titles:
        state["titles"] = titles


def table_fields(state, deck):
    # type: (State, Deck | None) -> Document
    """{"titles": {player: {"title", "count"}}} at the end of a game."""
    return {"titles": state["titles"]} if "titles" in state else {}


def titles_of(state):
    # type: (State) -> dict[str, dict[str, Any]]
    """{player: {"title", "count"}} for who did most of something, and enough of it.

    Who has a title leaves the others to the rest; of equals the one with fewer points gets it.
    """
    players = state["players"]
    people = [number for number in in_order(state)
              if "facts" in players[number] and players[number]["presence"] != "left"]
    given = {}  # type: dict[str, dict[str, Any]]
    for title, measure, least in TITLES:
        counts = {number: measure(state, players[number]) for number in people}
        best = max([least] + list(counts.values()))
        able = [number for number in people if counts[number] == best and number not in given]
        if able:
            number = min(able, key=lambda one: (players[one]["score"], int(one)))
            given[number] = {"title": title, "count": best}
            if title == "favourite":
                given[number]["by"] = _keenest_judge(players[number])
    return given


def _count(state, number, **more):
    # type: (State, str, **int) -> None
    """Add to the facts about a person; bots have none."""
    if number in state["players"] and not is_own_bot(state, number):
        facts = dict(state["players"][number].get("facts", {}))
        for name, count in more.items():
            if count:
                facts[name] = facts.get(name, 0) + count
        state["players"][number]["facts"] = facts


def _note_win(state, number):
    # type: (State, str) -> None
    facts = state["players"][number].get("facts")
    if facts is not None:
        by, judge = dict(facts.get("by", {})), state.get("judge")
        if judge is not None and not is_own_bot(state, judge):
            by[judge] = by.get(judge, 0) + 1
        state["players"][number]["facts"] = dict(facts, won=facts.get("won", []) + [state["round"]], by=by)


def _robbed(state, player):
    # type: (State, PlayerState) -> int
    return _fact("likes")(state, player) if player["score"] <= 0 else 0


def _favourite(state, player):
    # type: (State, PlayerState) -> int
    return max(list(player["facts"].get("by", {}).values()) or [0])


def _keenest_judge(player):
    # type: (PlayerState) -> str
    by = player["facts"]["by"]
    return str(min(by, key=lambda judge: (-by[judge], int(judge))))


def _streak(state, player):
    # type: (State, PlayerState) -> int
    longest, run, last = 0, 0, None
    for number in player["facts"].get("won", ()):
        run = run + 1 if last is not None and number == last + 1 else 1
        longest, last = max(longest, run), number
    return longest


def _late(state, player):
    # type: (State, PlayerState) -> int
    won, half = player["facts"].get("won", []), state["round"] // 2
    return len(won) if won and half >= HALF and min(won) > half else 0


def _sport(state, player):
    # type: (State, PlayerState) -> int
    return _fact("played")(state, player) if player["score"] <= 0 else 0


def _guesses(state, player):
    # type: (State, PlayerState) -> int
    return int(player.get("predicted", 0))


def _fact(name):
    # type: (str) -> Any
    return lambda state, player: player["facts"].get(name, 0)


# (title, what it measures, the least that is worth one), the rarest first.
TITLES = (("robbed", _robbed, 2), ("reader", _guesses, 2), ("poet", _fact("wrote"), 2),
          ("favourite", _favourite, 2), ("streak", _streak, 2), ("late", _late, 2),
          ("darling", _fact("likes"), 3), ("close", _fact("close"), 2), ("quick", _fact("quick"), 2),
          ("sport", _sport, 3))
