"""Cards that leave a game while it runs: the host drops one, or the server removes one that is hidden
everywhere.

`state["removed_cards"]` has their numbers in this game, `state["dropped_fingerprints"]` those of the texts
that the host dropped, for later games. Both are missing while there is nothing in them, and neither ever
leaves the server.
"""
from __future__ import unicode_literals

import six

from game.rules import registry
from game.rules.cards.hands import claim_whites, put_aside
from game.rules.cards.texts import WRITTEN, is_written
from game.rules.errors import require
from game.rules.phases import is_running
from game.rules.power import require_power
from game.rules.rounds import another_black_card
from game.rules.settings import is_whole
from game.rules.shapes import Args, Entries, MoveContext, State
from game.rules.state import blacks_in_play, in_order, removed, whites_in_play

KINDS = ("black", "white")
MOST_DROPPED = 200


def find_card(state, player, args):
    # type: (State, str | None, Args) -> tuple[str, int]
    """(kind, number) of the card that a player means and can see. Raises InvalidMoveError.

    {"kind": "white", "card": 12}: one of their own, in the hand or laid down; {"kind": "black", "round": 3}:
    the black card; {"kind": "white", "round": 3, "play": "0", "place": 1}: one that lies open on the table.
    """
    kind = args.get("kind")
    require(kind in KINDS, "bad_frame")
    if kind == "white" and "card" in args:
        require(is_whole(args["card"]) and args["card"] in _own_cards(state, player), "not_your_card")
        return kind, _of_a_deck(state, args["card"])
    require(is_whole(args.get("round")), "bad_frame")
    require(is_running(state) and args["round"] == state["round"], "not_now")
    if kind == "black":
        require(state.get("black_card", WRITTEN) != WRITTEN, "not_of_a_deck")
        return kind, state["black_card"]
    plays = {"%d" % place: play["cards"] for place, play in enumerate(state.get("laid_plays", ()))
             if play["revealed"]}
    play, place = args.get("play"), args.get("place", 0)
    require(isinstance(play, six.text_type) and play in plays, "unknown_play")
    require(is_whole(place) and 0 <= place < len(plays[play]), "unknown_play")
    return kind, _of_a_deck(state, plays[play][place])


def drop_card(context):
    # type: (MoveContext) -> Entries
    """The host takes a card out of this room; `mark` is its fingerprint, which the caller makes.

    Hands that hold it get another card in its place at once. What has been laid down stays until the round
    ends. Another black card comes at once while answers are chosen; later the round is played out.
    """
    state = context.state
    require_power(state, context.player)
    kind, card = find_card(state, context.player, context.args)
    require(card not in removed(state, kind), "dropped_already")
    dropped = state.get("dropped_fingerprints", {})
    require(sum(len(marks) for marks in dropped.values()) < MOST_DROPPED, "enough_dropped", most=MOST_DROPPED)
    entries = [{"type": "dropped", "player": context.player, "kind": kind}] + _remove(context, kind, card)
    mark = context.args.get("mark")
    if isinstance(mark, six.text_type):
        state["dropped_fingerprints"] = dict(dropped, **{str(kind): dropped.get(kind, []) + [mark]})
    if kind == "black" and state["phase"] == "playing":
        entries += another_black_card(state, context.deck, context.now, context.rng)
    return entries


def remove_card(context):
    # type: (MoveContext) -> Entries
    """The server takes card `card` of `kind` out of this game; a round that has it is played out."""
    state, kind, card = context.state, context.args["kind"], context.args["card"]
    require(is_running(state), "not_now")
    if card in removed(state, kind):
        return []
    return [{"type": "dropped", "kind": kind}] + _remove(context, kind, card)


def _remove(context, kind, card):
    # type: (MoveContext, str, int) -> Entries
    """Deal this card never again; refused where too few others are left."""
    state = context.state
    if kind == "white":
        claim_whites(state, whites_in_play(state) - 1)
    else:
        require(blacks_in_play(state) > 1, "not_enough_black", have=blacks_in_play(state) - 1, need=1)
    state["removed_cards"] = dict(state.get("removed_cards", {}),
                                  **{str(kind): list(removed(state, kind)) + [card]})
    entries = []
    for hook in registry.hooks("card_goes"):
        entries += hook(context, kind, card)
    for number in in_order(state):
        entries += put_aside(state, number, context.rng)
    return entries


def _of_a_deck(state, card):
    # type: (State, int) -> int
    require(not is_written(card), "not_of_a_deck")
    return card


def _own_cards(state, player):
    # type: (State, str | None) -> list[int]
    if player not in state["players"]:
        return []
    laid = state.get("chosen_cards", {}).get(player, []) + [
        card for play in state.get("laid_plays", ()) if play["player"] == player for card in play["cards"]]
    return state["players"][player]["hand"] + laid
