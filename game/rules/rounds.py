"""The turns of a game: how games and rounds begin, and how they go on when somebody comes, goes or plays.

Every function changes `state` in place and returns log entries.
"""
from __future__ import unicode_literals

from typing import Any

from game.rules.cards.hands import put_aside, top_up, trim
from game.rules.cards.pile import draw, new_pile, shuffled
from game.rules.cards.texts import black_card, is_written
from game.rules.shapes import Deck, Entries, Rng, State

from . import deciders, registry
from .phases import end_game, end_round, enter, forget_game, forget_round, scores_of
from .state import (
    FEWEST_PLAYERS,
    SPARE,
    active,
    blacks_in_play,
    in_order,
    is_active,
    is_bot,
    is_enough,
    may_decide,
    next_after,
    people,
    removed,
)
from .stored.schema import DECIDING
from .waiting import answers_are_missing


def begin_game(state, deck, now, rng, out=None):
    # type: (State, Deck, int, Rng, dict[str, Any] | None) -> Entries
    """Deal everybody a hand and begin the first round; `out` are the cards this room has dropped,
    as in `removed_cards`.
    """
    forget_game(state)
    if out and any(out.values()):
        state["removed_cards"] = out
    state.update(game=state["game"] + 1, round=0, snapshot_id=deck.id,
                 white_pile=new_pile(len(deck.white), rng), black_pile=new_pile(len(deck.black), rng))
    for player in state["players"].values():
        player.update(score=0, hand=[], missed_deadlines=0)
    entries = [{"type": "game_started", "game": state["game"]}]
    for number in in_order(state):
        top_up(state, number, state["settings"]["hand_size"], rng)
    for hook in registry.hooks("begin_game"):
        entries += hook(state, deck, now, rng)
    return entries + begin_round(state, deck, now, rng)


def begin_round(state, deck, now, rng):
    # type: (State, Deck, int, Rng) -> Entries
    """The next judge and a new black card; or the end of the game; or a pause while too few are here."""
    if _limit_reached(state) and not any(hook(state) for hook in registry.hooks("goes_on")):
        return end_game(state)
    if not is_enough(state):
        state["paused"] = True
        for name in ("deadline", "time_given"):
            state.pop(name, None)
        return [{"type": "paused"}]
    decides = _who_decides(state)
    judge = _next_judge(state, rng) if decides == "judge" else None
    last_card = state.get("black_card")
    forget_round(state)
    state.update(round=state["round"] + 1, decided_by=decides)
    if judge:
        state.update(judge=judge, last_judge=judge)
    entries = [{"type": "round_started", "round": state["round"], "judge": judge}]
    if judge is None:
        del entries[0]["judge"]
    for hook in registry.hooks("before_playing"):
        before = hook(state, deck, now, rng, last_card)
        if before is not None:
            return entries + before
    return entries + begin_playing(state, deck, now, rng, next_black(state, rng, last_card))


def begin_playing(state, deck, now, rng, card):
    # type: (State, Deck, int, Rng, int) -> Entries
    """Full hands for everybody, and the black card `card` for those who answer it: all but the judge."""
    players = [number for number in active(state) if number != state.get("judge")]
    state.update(black_card=card, round_players=players, chosen_cards={})
    enter(state, "playing", now, black_card(state, deck).pick)
    entries = _fill_hands(state, deck, rng)
    for hook in registry.hooks("round_begins"):
        entries += hook(state, deck, now, rng)
    return entries


def another_black_card(state, deck, now, rng):
    # type: (State, Deck, int, Rng) -> Entries
    """The same round with another black card: answers go back into their hands, and the time begins anew."""
    card = next_black(state, rng, state["black_card"])
    answers_return(state, list(state["chosen_cards"]))
    state.update(black_card=card, chosen_cards={})
    trim(state)
    enter(state, "playing", now, black_card(state, deck).pick)
    return _fill_hands(state, deck, rng)


def begin_revealing(state, now, rng):
    # type: (State, int, Rng) -> Entries
    """Everybody has played: the cards leave the hands and lie face down, shuffled,
    without their authors' names.
    """
    answers = [(number, state["chosen_cards"][number]) for number in state["round_players"]
               if number in state["chosen_cards"]]
    for hook in registry.hooks("more_plays"):
        answers += hook(state)
    plays = [{"player": number, "cards": cards, "revealed": False} for number, cards in answers]
    for play in plays:
        hand = state["players"][play["player"]]["hand"]
        for card in play["cards"]:
            if not is_written(card):
                hand.remove(card)
    state["laid_plays"] = shuffled(plays, rng)
    del state["chosen_cards"]
    entries = [{"type": "all_played"}]
    for hook in registry.hooks("answers_laid"):
        entries += hook(state)
    return entries + deciders.of(state).plays_are_laid(state, now)


def answers_return(state, numbers):
    # type: (State, list[str]) -> None
    """What these players have laid down goes back into their hands; the caller changes `chosen_cards`."""
    for hook in registry.hooks("answers_return"):
        hook(state, numbers)


def settle(state, now, rng):
    # type: (State, int, Rng) -> Entries
    """After anybody came, went or played: let the game go on where it waited for them."""
    entries = pass_host_on(state)
    before = None
    while before != (state["phase"], state.get("decided_by")):
        before = (state["phase"], state.get("decided_by"))
        if state["phase"] in DECIDING:
            entries += deciders.of(state).settle(state, now)
        if state["phase"] == "playing" and not answers_are_missing(state):
            if state["chosen_cards"]:
                entries += begin_revealing(state, now, rng)
            else:
                entries += end_round(state, now, void="no_plays")
    if state.get("paused") and is_enough(state):
        del state["paused"]
        enter(state, "round_over", now)
        entries += [{"type": "resumed"}]
    return entries


def pass_host_on(state):
    # type: (State) -> Entries
    """A host who is away or left hands over to a co-host or the next in order; the room's opener gets it back
    on return.
    The lobby of an account waits for its owner until there are enough to begin: guests may come days early.
    """
    if is_active(state, state["host"]):
        return []
    opener = state["opener"]
    heirs = people(state)
    if "owned" in state and opener not in heirs and state["phase"] == "lobby" and len(heirs) < FEWEST_PLAYERS:
        state["host"] = opener
        return []
    if not heirs:
        return []
    cohosts = [number for number in heirs if number in state.get("cohosts", ())]
    gets_back = opener in heirs and ("voted_out" not in state or heirs == [opener])
    state["host"] = opener if gets_back else next_after(cohosts or heirs, state["host"])
    return [{"type": "host", "player": state["host"]}]


def next_black(state, rng, last=None):
    # type: (State, Rng, int | None) -> int
    """A black card that is not removed, and another one than the last as long as there is another."""
    shown = {last} if last is not None else set()
    if blacks_in_play(state) <= len(shown.difference(removed(state, "black"))):
        shown = set()
    cards, _ = draw(state["black_pile"], 1, lambda: shown, rng, removed(state, "black"))
    return cards[0]


def _fill_hands(state, deck, rng):
    # type: (State, Deck, Rng) -> Entries
    """Full hands for whoever is here, with the extra cards of the black card for those who play."""
    card = black_card(state, deck)
    extra = card.draw + sum(hook(state, card) for hook in registry.hooks("extra_draw"))
    size, extra = state["settings"]["hand_size"], min(extra, SPARE)
    entries = []
    for number in in_order(state):
        entries += put_aside(state, number, rng)
        plays = number in state["round_players"] and state["players"][number]["presence"] != "left"
        if plays or is_active(state, number):
            entries += top_up(state, number, size + (extra if plays else 0), rng)
    return entries


def _limit_reached(state):
    # type: (State) -> bool
    settings = state["settings"]
    return bool(settings["score_limit"] and max(scores_of(state).values()) >= settings["score_limit"]
                or settings["round_limit"] and state["round"] >= settings["round_limit"])


def _who_decides(state):
    # type: (State) -> str
    """The way to decide the round that begins: whom a rule names, or what the settings say."""
    named = [name for name in (hook(state) for hook in registry.hooks("decider")) if name]
    return str(named[0] if named else state["settings"]["decides"])


def _next_judge(state, rng):
    # type: (State, Rng) -> str
    """Who judges next: whom a rule names, or the next in join order (the first one by lot, a bot where bots
    judge: so a person alone plays at once).

    Nobody judges twice in a row while others are here or only just gone; who has lost the connection is
    passed over while others are here.
    """
    players, last, able = state["players"], state.get("last_judge"), may_decide(state)
    here = [number for number in able if players[number]["presence"] == "here"]
    for hook in registry.hooks("next_judge"):
        wanted = hook(state, here or able)
        if wanted is not None:
            return wanted
    if last is None:
        candidates = [number for number in able if is_bot(state, number)] or here or able
        return candidates[int(rng.random() * len(candidates))]
    others = [number for number in here if number != last] or [
        number for number in able if number != last] or able
    return next_after(others, last)
