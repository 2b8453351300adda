"""The moves of a round: playing cards, turning plays over, picking the winner."""
from __future__ import unicode_literals

import six

from game.rules.shapes import Entries, Table

from .errors import require
from .hands import put_aside
from .rounds import begin_judging, begin_round, end_round, settle
from .settings import is_whole
from .state import set_presence, waiting_for


def play_cards(table):
    # type: (Table) -> Entries
    """Lay down `cards`: as many different cards from the hand as the black card asks for, in order.

    They stay in the hand until the last player is in, so changing one's mind moves no card.
    """
    state, number = table.state, table.player
    require(number in state["members"], "not_waiting_for_you")
    cards, pick = table.args.get("cards"), table.deck.black[state["card"]].pick
    require(isinstance(cards, list) and all(is_whole(card) for card in cards), "bad_frame")
    require(len(cards) == pick, "wrong_count", pick=pick)
    require(len(set(cards)) == pick, "same_card_twice")
    require(set(cards) <= set(state["players"][number]["hand"]), "not_your_card")
    first = number not in state["plays"]
    state["plays"][number] = cards
    state["players"][number]["missed"] = 0
    entries = [{"type": "played", "player": number}] if first else []
    entries += put_aside(state, number, table.rng)
    return entries + settle(state, table.now, table.rng)


def take_back(table):
    # type: (Table) -> Entries
    """Take the play back; possible until the last one is in."""
    require(table.player in table.state["plays"], "not_now")
    del table.state["plays"][table.player]
    return [{"type": "taken_back", "player": table.player}] + put_aside(table.state, table.player, table.rng)


def reveal_play(table):
    # type: (Table) -> Entries
    """The judge turns one play over; after the last one the judging begins."""
    number = _play_number(table)
    play = table.state["table"][number]
    require(not play["revealed"], "already_revealed")
    play["revealed"] = True
    entries = [{"type": "revealed", "play": "%d" % number}]
    if all(play["revealed"] for play in table.state["table"]):
        entries += begin_judging(table.state, table.now)
    return entries


def pick_winner(table):
    # type: (Table) -> Entries
    """The judge's verdict."""
    number = _play_number(table)
    table.state["players"][table.player]["missed"] = 0
    return end_round(table.state, table.now, winner=number)


def next_round(table):
    # type: (Table) -> Entries
    """Go on before the time is over."""
    state = table.state
    require(table.player in (state["host"], state["judge"]), "not_host")
    require(not state.get("paused"), "too_few_players")
    return begin_round(state, table.deck, table.now, table.rng)


def skip(table):
    # type: (Table) -> Entries
    """The host stops waiting for someone; they are away until they say that they are here."""
    require(table.player == table.state["host"], "not_host")
    other = table.args.get("player")
    require(isinstance(other, six.text_type) and other != table.player and other in waiting_for(table.state),
            "unknown_player")
    set_presence(table.state, other, "away")
    entries = [{"type": "skipped", "player": other}]
    return entries + settle(table.state, table.now, table.rng)


def _play_number(table):
    # type: (Table) -> int
    require(table.player == table.state["judge"], "not_judge")
    text = table.args.get("play")
    plays = {"%d" % number: number for number in range(len(table.state["table"]))}
    require(isinstance(text, six.text_type) and text in plays, "unknown_play")
    return plays[text]
