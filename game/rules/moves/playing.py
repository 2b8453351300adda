"""The moves of everybody in a round: playing cards, going on, not waiting for somebody."""
from __future__ import unicode_literals

import six

from game.rules import registry
from game.rules.cards.hands import put_aside
from game.rules.cards.texts import black_card
from game.rules.errors import require
from game.rules.power import has_power, require_power
from game.rules.rounds import answers_return, begin_round
from game.rules.settings import is_whole
from game.rules.shapes import Entries, MoveContext, State
from game.rules.state import is_bot, set_presence
from game.rules.waiting import waiting_for


def play_cards(context):
    # type: (MoveContext) -> Entries
    """Lay down `cards`.

    They stay in the hand until the last player is in, so changing one's mind moves no card.
    """
    entries = lay_down(context, answer_of(context, "cards"))
    entries += put_aside(context.state, context.player, context.rng)
    return entries


def answer_of(context, name):
    # type: (MoveContext, str) -> list[int]
    """The argument of this name: as many different cards of the player as the black card asks for, in order.

    Raises InvalidMoveError.
    """
    state, number = context.state, context.player
    require(number in state["round_players"], "not_waiting_for_you")
    cards, pick = context.args.get(name), black_card(state, context.deck).pick
    require(isinstance(cards, list) and all(is_whole(card) for card in cards), "bad_frame")
    require(len(cards) == pick, "wrong_count", pick=pick)
    require(len(set(cards)) == pick, "same_card_twice")
    require(set(cards) <= set(playable(state, number)), "not_your_card")
    return list(cards)


def lay_down(context, cards):
    # type: (MoveContext, list[int]) -> Entries
    """These cards are the player's answer, instead of what they had laid down before."""
    state, number = context.state, context.player
    first = number not in state["chosen_cards"]
    answers_return(state, [number])
    state["chosen_cards"][number] = cards
    state["players"][number]["missed_deadlines"] = 0
    return [{"type": "played", "player": number}] if first else []


def playable(state, number):
    # type: (State, str) -> list[int]
    """The white cards that a player may lay down: those of the hand, and what rules add."""
    return state["players"][number]["hand"] + [card for hook in registry.hooks("own_cards")
                                               for card in hook(state, number)]


def take_back(context):
    # type: (MoveContext) -> Entries
    """Take the play back; possible until the last one is in."""
    require(context.player in context.state["chosen_cards"], "not_now")
    del context.state["chosen_cards"][context.player]
    answers_return(context.state, [context.player])
    return [{"type": "taken_back", "player": context.player}] + put_aside(context.state, context.player,
                                                                          context.rng)


def next_round(context):
    # type: (MoveContext) -> Entries
    """Go on before the time is over."""
    state = context.state
    require(has_power(state, context.player) or context.player == state.get("judge"), "not_host")
    require(not state.get("paused"), "too_few_players")
    return begin_round(state, context.deck, context.now, context.rng)


def skip(context):
    # type: (MoveContext) -> Entries
    """The host stops waiting for someone; they are away until they say that they are here."""
    require_power(context.state, context.player)
    other = context.args.get("player")
    require(isinstance(other, six.text_type) and other != context.player
            and other in waiting_for(context.state) and not is_bot(context.state, other),
            "unknown_player")
    set_presence(context.state, other, "away")
    return [{"type": "skipped", "player": other}]
