"""The turns of a game: how each phase begins and ends. Every change of `phase` is in this file.

Every function changes `state` in place and returns log entries.
"""
from __future__ import unicode_literals

from typing import Any, Iterable

from game.rules.shapes import Deck, Entries, Rng, State

from .hands import put_aside, top_up, trim
from .pile import draw, new_pile, shuffled
from .state import (
    FEWEST_PLAYERS,
    SPARE,
    active,
    blacks_in_play,
    in_order,
    is_active,
    next_after,
    removed,
    waiting_for,
)
from .stored.schema import RUNNING

OF_A_ROUND = ("judge", "black_card", "round_players", "chosen_cards", "laid_plays", "deadline", "winner",
              "void", "paused")
OF_A_GAME = OF_A_ROUND + ("white_pile", "black_pile", "snapshot_id", "removed_cards", "winners")


def begin_game(state, deck, now, rng, out=None):
    # type: (State, Deck, int, Rng, dict[str, Any] | None) -> Entries
    """Deal everybody a hand and begin the first round; `out` are the cards this room has dropped,
    as in `removed_cards`.
    """
    forget(state, OF_A_GAME)
    if out and any(out.values()):
        state["removed_cards"] = out
    state.update(game=state["game"] + 1, round=0, snapshot_id=deck.id,
                 white_pile=new_pile(len(deck.white), rng), black_pile=new_pile(len(deck.black), rng))
    for player in state["players"].values():
        player.update(score=0, hand=[], missed_deadlines=0)
    for number in in_order(state):
        top_up(state, number, state["settings"]["hand_size"], rng)
    return [{"type": "game_started", "game": state["game"]}] + begin_round(state, deck, now, rng)


def begin_round(state, deck, now, rng):
    # type: (State, Deck, int, Rng) -> Entries
    """The next judge, a new black card, full hands; or the end of the game;
    or a pause while too few are here.
    """
    if _limit_reached(state):
        return end_game(state)
    if len(active(state)) < FEWEST_PLAYERS:
        state["paused"] = True
        state.pop("deadline", None)
        return [{"type": "paused"}]
    judge = _next_judge(state, rng)
    card = _next_black(state, rng)
    forget(state, OF_A_ROUND)
    players = [number for number in active(state) if number != judge]
    state.update(round=state["round"] + 1, judge=judge, black_card=card, round_players=players,
                 chosen_cards={})
    _enter(state, "playing", now)
    return [{"type": "round_started", "round": state["round"],
             "judge": judge}] + _fill_hands(state, deck, rng)


def another_black_card(state, deck, now, rng):
    # type: (State, Deck, int, Rng) -> Entries
    """The same round with another black card: answers go back into their hands, and the time begins anew."""
    state.update(black_card=_next_black(state, rng), chosen_cards={})
    trim(state)
    _enter(state, "playing", now)
    return _fill_hands(state, deck, rng)


def begin_revealing(state, now, rng):
    # type: (State, int, Rng) -> Entries
    """Everybody has played: the cards leave the hands and lie face down, shuffled,
    without their authors' names.
    """
    plays = [{"player": number, "cards": state["chosen_cards"][number], "revealed": False}
             for number in state["round_players"] if number in state["chosen_cards"]]
    for play in plays:
        hand = state["players"][play["player"]]["hand"]
        for card in play["cards"]:
            hand.remove(card)
    state["laid_plays"] = shuffled(plays, rng)
    del state["chosen_cards"]
    _enter(state, "revealing", now)
    return [{"type": "all_played"}]


def begin_judging(state, now):
    # type: (State, int) -> Entries
    """All plays lie open: the judge may pick."""
    _enter(state, "judging", now)
    return []


def end_round(state, now, winner=None, void=None):
    # type: (State, int, int | None, str | None) -> Entries
    """A verdict (`winner`: the number of a play on the table) or a round that nobody wins (`void`: why)."""
    state.pop("chosen_cards", None)
    state.setdefault("laid_plays", [])
    trim(state)
    _enter(state, "round_over", now)
    if winner is None:
        state["void"] = void
        return [{"type": "void", "why": void}]
    player = state["laid_plays"][winner]["player"]
    state["players"][player]["score"] += 1
    state["winner"] = {"player": player, "play": "%d" % winner}
    return [{"type": "won", "player": player, "play": "%d" % winner}]


def end_game(state):
    # type: (State) -> Entries
    """The final scores; a round that was under way counts for nobody."""
    forget(state, OF_A_ROUND)
    state["phase"] = "game_over"
    trim(state)
    scores = _scores(state)
    best = max(scores.values())
    state["winners"] = [number for number in in_order(state) if best and scores.get(number) == best]
    return [{"type": "game_over", "winners": state["winners"]}]


def back_to_lobby(state):
    # type: (State) -> Entries
    """The same room, players and settings; those who left give up their scores and hands."""
    forget(state, OF_A_GAME)
    state["phase"] = "lobby"
    for number in in_order(state):
        if state["players"][number]["presence"] == "left":
            del state["players"][number]
        else:
            state["players"][number].update(hand=[], score=0, missed_deadlines=0)
    return [{"type": "lobby"}]


def settle(state, now, rng):
    # type: (State, int, Rng) -> Entries
    """After anybody came, went or played: let the game go on where it waited for them."""
    entries = pass_host_on(state)
    phase = state["phase"]
    if phase in ("playing", "revealing", "judging") and not is_active(state, state["judge"]):
        entries += end_round(state, now, void="judge_gone")
    elif phase == "playing" and not waiting_for(state):
        if state["chosen_cards"]:
            entries += begin_revealing(state, now, rng)
        else:
            entries += end_round(state, now, void="no_plays")
    elif state.get("paused") and len(active(state)) >= FEWEST_PLAYERS:
        del state["paused"]
        _enter(state, "round_over", now)
        entries += [{"type": "resumed"}]
    return entries


def pass_host_on(state):
    # type: (State) -> Entries
    """A host who is away or left hands over to the next in order; the room's opener gets it back on return.
    The lobby of an account waits for its owner until there are enough to begin: guests may come days early.
    """
    if is_active(state, state["host"]):
        return []
    opener = state["opener"]
    heirs = active(state)
    if "owned" in state and opener not in heirs and state["phase"] == "lobby" and len(heirs) < FEWEST_PLAYERS:
        state["host"] = opener
        return []
    if not heirs:
        return []
    state["host"] = opener if opener in heirs else next_after(heirs, state["host"])
    return [{"type": "host", "player": state["host"]}]


def is_running(state):
    # type: (State) -> bool
    """Whether a game is under way."""
    return state["phase"] in RUNNING


def forget(state, names):
    # type: (State, Iterable[str]) -> None
    """Drop what belonged to a round or game that is over."""
    for name in names:
        state.pop(name, None)


def _next_black(state, rng):
    # type: (State, Rng) -> int
    """A black card that is not removed, and another one than the last as long as there is another."""
    shown = {state["black_card"]} if "black_card" in state else set()
    if blacks_in_play(state) <= len(shown.difference(removed(state, "black"))):
        shown = set()
    cards, _ = draw(state["black_pile"], 1, lambda: shown, rng, removed(state, "black"))
    return cards[0]


def _fill_hands(state, deck, rng):
    # type: (State, Deck, Rng) -> Entries
    """Full hands for whoever is here, with the extra cards of the black card for those who play."""
    size, extra = state["settings"]["hand_size"], min(deck.black[state["black_card"]].draw, SPARE)
    entries = []
    for number in in_order(state):
        entries += put_aside(state, number, rng)
        plays = number in state["round_players"] and state["players"][number]["presence"] != "left"
        if plays or is_active(state, number):
            entries += top_up(state, number, size + (extra if plays else 0), rng)
    return entries


def _enter(state, phase, now):
    # type: (State, str, int) -> None
    state["phase"] = phase
    state.pop("deadline", None)
    seconds = state["settings"]["seconds"][phase]
    if seconds:
        state["deadline"] = now + seconds * 1000


def _limit_reached(state):
    # type: (State) -> bool
    settings = state["settings"]
    return bool(settings["score_limit"] and max(_scores(state).values()) >= settings["score_limit"]
                or settings["round_limit"] and state["round"] >= settings["round_limit"])


def _scores(state):
    # type: (State) -> dict[str, int]
    """Scores of those who have not left: who leaves before the end does not win. Never empty."""
    return {number: player["score"] for number, player in state["players"].items()
            if player["presence"] != "left"} or {state["host"]: 0}


def _next_judge(state, rng):
    # type: (State, Rng) -> str
    """The next in join order who is here (the first one by lot);
    who has lost the connection is passed over.
    """
    players = state["players"]
    candidates = [number for number in active(state)
                  if players[number]["presence"] == "here"] or active(state)
    if state["round"] == 0:
        return candidates[int(rng.random() * len(candidates))]
    return next_after(candidates, state["judge"])
