"""Dealing white cards: to whom, how many, and when there are not enough."""
from __future__ import unicode_literals

from game.rules import registry
from game.rules.cards.pile import draw
from game.rules.errors import InvalidMoveError
from game.rules.shapes import Entries, Rng, State
from game.rules.state import SPARE, has_laid_down, held_whites, in_order, is_own_bot, removed, whites_in_play


def whites_needed(state, players):
    # type: (State, int) -> int
    """White cards that `players` hands need at most, with every extra card dealt."""
    return players * (state["settings"]["hand_size"] + SPARE)


def top_up(state, number, size, rng):
    # type: (State, str, int, Rng) -> Entries
    """Deal `number` up to `size` cards. Returns log entries."""
    hand = state["players"][number]["hand"]
    if len(hand) >= size:
        return []
    cards, entries = _drawn(state, size - len(hand), rng)
    hand.extend(cards)
    return entries


def put_aside(state, number, rng):
    # type: (State, str, Rng) -> Entries
    """Deal `number` another card for each removed one, in its place; but what they have laid down stays.

    Returns log entries.
    """
    hand, out = state["players"][number]["hand"], removed(state, "white")
    laid = laid_cards(state, number) if out else []
    places = [place for place, card in enumerate(hand) if card in out and card not in laid] if out else []
    return exchange(state, number, places, rng)


def laid_cards(state, number):
    # type: (State, str) -> list[int]
    """What a player has laid down while the others still choose."""
    cards = list(state.get("chosen_cards", {}).get(number, ()))
    for hook in registry.hooks("more_plays"):
        cards += [card for player, more in hook(state) if player == number for card in more]
    return cards


def others_left(state):
    # type: (State) -> int
    """How many white cards lie in no hand and not on the table, and can be dealt for others."""
    return state["white_pile"]["size"] - len(held_whites(state).union(removed(state, "white")))


def exchange(state, number, places, rng):
    # type: (State, str, list[int], Rng) -> Entries
    """Deal `number` another card for each that lies at one of these places of their hand; none comes back.

    Returns log entries.
    """
    if not places:
        return []
    cards, entries = _drawn(state, len(places), rng)
    for place, card in zip(places, cards):
        state["players"][number]["hand"][place] = card
    return entries


def trim(state):
    # type: (State) -> None
    """Put back what a hand holds above its size: the extra cards of a round that went without them.

    Cards are dealt to the end of a hand, so the extra ones are the last. Without this, hands drift upward.
    """
    size = state["settings"]["hand_size"]
    for player in state["players"].values():
        del player["hand"][size:]


def make_room_for(state, number):
    # type: (State, str) -> None
    """Make sure that the white cards serve one more hand, that of `number`,
    or raise InvalidMoveError("not_enough_white").
    """
    claim_whites(state, whites_in_play(state), number)


def in_the_way(state, number):
    # type: (State, str) -> list[str]
    """Bots whose cards a person needs who takes a seat: as few as will do, the last that came first; none
    where even all of them would be too few.
    """
    have, hand = whites_in_play(state), whites_needed(state, 1)
    kept = [other for other in in_order(state) if other != number and (
        state["players"][other]["presence"] != "left" or has_laid_down(state, other))]
    bots = [other for other in reversed(kept) if is_own_bot(state, other) and not has_laid_down(state, other)]
    missing = max(0, len(kept) + 1 - have // hand)
    return bots[:missing] if missing <= len(bots) else []


def claim_whites(state, have, newcomer=None):
    # type: (State, int, str | None) -> None
    """Make sure that `have` white cards serve everybody and the newcomer, or raise
    InvalidMoveError("not_enough_white").

    The hands of those who left are given up for those who are here, but not while their play is in the round.
    Whoever has not left counts even with an empty hand, since the next round fills it.
    """
    players, more = state["players"], 1 if newcomer else 0
    others = [other for other in in_order(state) if other != newcomer and (
        players[other]["hand"] or players[other]["presence"] != "left" or has_laid_down(state, other))]
    left = [other for other in others if players[other]["presence"] == "left"
            and not has_laid_down(state, other)]
    need = whites_needed(state, len(others) - len(left) + more)
    if need > have:
        raise InvalidMoveError("not_enough_white", have=have, need=need)
    while whites_needed(state, len(others) + more) > have:
        players[left.pop()]["hand"] = []
        others.pop()


def _drawn(state, count, rng):
    # type: (State, int, Rng) -> tuple[list[int], Entries]
    """`count` white cards from the pile, and log entries."""
    cards, began_anew = draw(state["white_pile"], count, lambda: held_whites(state), rng,
                             removed(state, "white"))
    return cards, [{"type": "reshuffled"}] if began_anew else []
