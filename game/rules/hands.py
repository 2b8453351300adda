"""Dealing white cards: to whom, how many, and when there are not enough."""
from __future__ import unicode_literals

from .errors import InvalidMove
from .pile import draw
from .state import SPARE, has_laid_down, held_whites, in_order


def whites_needed(state, players):
    """White cards that `players` hands need at most, with every extra card dealt."""
    return players * (state["settings"]["hand_size"] + SPARE)


def top_up(state, number, size, rng):
    """Deal `number` up to `size` cards. Returns log entries."""
    hand = state["players"][number]["hand"]
    if len(hand) >= size:
        return []
    cards, began_anew = draw(state["white"], size - len(hand), lambda: held_whites(state), rng)
    hand.extend(cards)
    return [{"type": "reshuffled"}] if began_anew else []


def trim(state):
    """Put back what a hand holds above its size: the extra cards of a round that went without them.

    Cards are dealt to the end of a hand, so the extra ones are the last. Without this, hands drift upward.
    """
    size = state["settings"]["hand_size"]
    for player in state["players"].values():
        del player["hand"][size:]


def make_room_for(state, number):
    """Make sure that the white cards serve one more hand, or raise InvalidMove("not_enough_white").

    The hands of those who left are given up for someone who is here, but not while their play is in the round.
    Whoever has not left counts even with an empty hand, since the next round fills it.
    """
    have, players = state["white"]["size"], state["players"]
    others = [other for other in in_order(state) if other != number and (
        players[other]["hand"] or players[other]["presence"] != "left" or has_laid_down(state, other))]
    left = [other for other in others if players[other]["presence"] == "left" and not has_laid_down(state, other)]
    if whites_needed(state, len(others) - len(left) + 1) > have:
        raise InvalidMove("not_enough_white", have=have, need=whites_needed(state, len(others) - len(left) + 1))
    while whites_needed(state, len(others) + 1) > have:
        players[left.pop()]["hand"] = []
        others.pop()
