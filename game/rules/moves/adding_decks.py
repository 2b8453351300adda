"""More decks while a game runs. Cards that are in the game keep their numbers; new ones come after them."""
from __future__ import unicode_literals

from game.rules.cards.pile import new_pile
from game.rules.errors import require
from game.rules.shapes import Deck, Document, Entries, MoveContext, Rng, State
from game.rules.state import lay_out, removed

KINDS = ("black", "white")


def add_decks(context):
    # type: (MoveContext) -> Entries
    """Go on with the frozen deck that the caller hands in as `deck`: the cards of the game at their places,
    and behind them those of the new decks. `summaries` are of all decks, old and new.

    `extends` is the id of the frozen deck that it was made of: the game may have another one by now.
    `removed` has the numbers of cards in it that were dropped in this room.
    """
    state, args = context.state, context.args
    present = [deck["id"] for deck in state["decks"]]
    chosen = [deck["id"] for deck in args["summaries"]]
    require(set(present) <= set(chosen), "only_adding")
    new = [pk for pk in chosen if pk not in present]
    require(new, "no_new_decks")
    require(args.get("extends") == state["snapshot_id"], "busy")
    require(context.deck is not None, "bad_decks")
    lay_out(state, args["summaries"], args.get("doubles"))
    go_on_with(state, context.deck, args.get("removed") or {}, context.rng)
    return [{"type": "decks_added", "player": context.player, "decks": new}]


def go_on_with(state, deck, out, rng):
    # type: (State, Deck, Document, Rng) -> None
    """Deal from `deck` from now on, which has the cards of this game at the same places: from new piles,
    without what is in hands or on the table, and without the cards `out`, {kind: numbers}.
    """
    state["snapshot_id"] = deck.id
    for kind, cards in (("black", deck.black), ("white", deck.white)):
        state[str(kind + "_pile")] = dict(new_pile(len(cards), rng), reshuffled=True)
    for kind in KINDS:
        gone = list(removed(state, kind))
        more = [card for card in out.get(kind, ()) if card not in gone]
        if more:
            state["removed_cards"] = dict(state.get("removed_cards", {}), **{str(kind): gone + more})
