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


def has_reserved_hand(state, number):
    # type: (State, str) -> bool
    """Whether the white cards of a hand are counted for this seat already: it was dealt one and holds it."""
    player = state["players"].get(number)
    return player is not None and bool(player["hand"]) and not _only_laid(state, number)


def make_room_for(state, number):
    # type: (State, str) -> None
    """Make sure that the white cards serve one more hand, that of `number`,
    or raise InvalidMoveError("not_enough_white").
    """
    claim_whites(state, whites_in_play(state), number)


def fit_now(state):
    # type: (State) -> bool
    """Whether the white cards serve every hand in this round already, beside what bots that left have laid
    down; from the next round on they do.
    """
    return whites_needed(state, len(_counted(state))) + _laid_by_the_gone(state) <= whites_in_play(state)


def in_the_way(state, number):
    # type: (State, str) -> list[str]
    """Bots whose cards a person needs who takes a seat: as few as will do; none where even all of them would
    be too few.

    First those that are removed and hold a hand still because they have answered, then those that have not
    answered, then those that have; of each the last that came first.
    """
    have, hand = whites_in_play(state), whites_needed(state, 1)
    kept = [other for other in _counted(state, number) if state["players"][other]["presence"] != "left"
            or has_laid_down(state, other)]
    bots = sorted((other for other in reversed(kept) if is_own_bot(state, other)), key=lambda other: (
        state["players"][other]["presence"] != "left", has_laid_down(state, other)))
    missing = max(0, len(kept) + 1 - have // hand)
    return bots[:missing] if missing <= len(bots) else []


def keep_what_is_laid(state, number):
    # type: (State, str) -> None
    """Give up a hand, all but the cards that lie on the table in this round."""
    laid = laid_cards(state, number)
    player = state["players"][number]
    player["hand"] = [card for card in player["hand"] if card in laid]


def claim_whites(state, have, newcomer=None):
    # type: (State, int, str | None) -> None
    """Make sure that `have` white cards serve everybody and the newcomer, or raise
    InvalidMoveError("not_enough_white").

    The hands of those who left are given up for those who are here, but not while their play is in the round.
    Whoever has not left counts even with an empty hand, since the next round fills it. What bots that left
    have laid down does not count against a newcomer, who may be dealt in the next round (fit_now).
    """
    players = state["players"]
    others, more = _counted(state, newcomer), 1 if newcomer else 0
    spare = 0 if newcomer else _laid_by_the_gone(state)
    left = [other for other in others if players[other]["presence"] == "left"
            and not has_laid_down(state, other)]
    need = whites_needed(state, len(others) - len(left) + more) + spare
    if need > have:
        raise InvalidMoveError("not_enough_white", have=have, need=need)
    while whites_needed(state, len(others) + more) + spare > have:
        players[left.pop()]["hand"] = []
        others.pop()


def _counted(state, newcomer=None):
    # type: (State, str | None) -> list[str]
    """Who needs the cards of a whole hand, in join order, without the newcomer."""
    players = state["players"]
    return [number for number in in_order(state) if number != newcomer and not _only_laid(state, number) and (
        players[number]["hand"] or players[number]["presence"] != "left" or has_laid_down(state, number))]


def _only_laid(state, number):
    # type: (State, str) -> bool
    """Whether this is a bot that left in this round and holds nothing but what it has laid down."""
    player = state["players"][number]
    return (player["presence"] == "left" and is_own_bot(state, number) and has_laid_down(state, number)
            and set(player["hand"]) <= set(laid_cards(state, number)))


def _laid_by_the_gone(state):
    # type: (State) -> int
    """How many cards bots have laid down in this round that hold nothing else any more."""
    gone = [number for number in state["players"] if _only_laid(state, number)]
    in_hands = sum(len(state["players"][number]["hand"]) for number in gone)
    on_table = sum(len(play["cards"]) for play in state.get("laid_plays", ()) if play["player"] in gone)
    return in_hands + on_table


def _drawn(state, count, rng):
    # type: (State, int, Rng) -> tuple[list[int], Entries]
    """`count` white cards from the pile, and log entries."""
    cards, began_anew = draw(state["white_pile"], count, lambda: held_whites(state), rng,
                             removed(state, "white"))
    return cards, [{"type": "reshuffled"}] if began_anew else []
