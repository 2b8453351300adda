"""The moves of everybody in a round: playing cards, going on, not waiting for somebody."""
from __future__ import unicode_literals

import six

from game.rules.shapes import Entries, MoveContext

from .cards import black_card
from .errors import require
from .hands import put_aside
from .rounds import begin_round, settle
from .settings import is_whole
from .state import is_bot, set_presence
from .waiting import waiting_for


def play_cards(context):
    # type: (MoveContext) -> Entries
    """Lay down `cards`: as many different cards from the hand as the black card asks for, in order.

    They stay in the hand until the last player is in, so changing one's mind moves no card.
    """
    state, number = context.state, context.player
    require(number in state["round_players"], "not_waiting_for_you")
    cards, pick = context.args.get("cards"), black_card(state, context.deck).pick
    require(isinstance(cards, list) and all(is_whole(card) for card in cards), "bad_frame")
    require(len(cards) == pick, "wrong_count", pick=pick)
    require(len(set(cards)) == pick, "same_card_twice")
    require(set(cards) <= set(state["players"][number]["hand"]), "not_your_card")
    first = number not in state["chosen_cards"]
    state["chosen_cards"][number] = cards
    state["players"][number]["missed_deadlines"] = 0
    entries = [{"type": "played", "player": number}] if first else []
    entries += put_aside(state, number, context.rng)
    return entries + settle(state, context.now, context.rng)


def take_back(context):
    # type: (MoveContext) -> Entries
    """Take the play back; possible until the last one is in."""
    require(context.player in context.state["chosen_cards"], "not_now")
    del context.state["chosen_cards"][context.player]
    return [{"type": "taken_back", "player": context.player}] + put_aside(context.state, context.player,
                                                                          context.rng)


def next_round(context):
    # type: (MoveContext) -> Entries
    """Go on before the time is over."""
    state = context.state
    require(context.player in (state["host"], state.get("judge")), "not_host")
    require(not state.get("paused"), "too_few_players")
    return begin_round(state, context.deck, context.now, context.rng)


def skip(context):
    # type: (MoveContext) -> Entries
    """The host stops waiting for someone; they are away until they say that they are here."""
    require(context.player == context.state["host"], "not_host")
    other = context.args.get("player")
    require(isinstance(other, six.text_type) and other != context.player
            and other in waiting_for(context.state) and not is_bot(context.state, other),
            "unknown_player")
    set_presence(context.state, other, "away")
    entries = [{"type": "skipped", "player": other}]
    return entries + settle(context.state, context.now, context.rng)
