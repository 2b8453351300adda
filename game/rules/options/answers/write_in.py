"""Blank white cards: players write answers of their own and play them like cards of a deck.

A written card has a number below 0 while its round lasts. It is in no hand and in no pile, and a
blank is used up only when its card lies on the table.
"""
from __future__ import unicode_literals

from typing import Any

from game.rules.cards.coarse_words import masked
from game.rules.cards.written import tidy_card
from game.rules.errors import require
from game.rules.phrases import N_
from game.rules.power import has_power, require_power
from game.rules.registry import choice, number, switch
from game.rules.settings import is_whole
from game.rules.shapes import Deck, Document, Entries, MoveContext, State
from game.rules.state import has_laid_down
from game.rules.stored.schema import ANSWERED, IN_A_GAME, Key

OPTIONS = (
    choice("write_in", "cards", N_("Blank cards"),
           N_("Players write white cards of their own: some in a game, or one in so many rounds. Where all "
           "decks are for families, coarse words are masked."),
           "off", (("off", N_("None")), ("game", N_("Some in a game")), ("rounds", N_("One in so many "
                                                                                      "rounds"))),
           live=True),
    number("write_in_count", "cards", N_("How many blank cards"),
           N_("So many blank cards each player has in a game; or one in so many "
              "rounds."), 2, 1, 10, live=True),
    switch("write_in_approved", "cards", N_("The host reads them first"),
           N_("The host approves each written card before it can be played, without knowing whose it is."),
           live=True),
)
KEYS = (Key("written_whites", "object", ANSWERED, False, "options/answers/write_in",
            "{number below 0: {text, player}}; `waiting` for the host, or `refused`"),)
PLAYER_KEYS = (
    Key("blanks_used", "number", IN_A_GAME, False, "options/answers/write_in",
        "written cards that lay on the table"),
    Key("wrote_in", "number", IN_A_GAME, False, "options/answers/write_in", "the last round with one"),
)
OF_A_ROUND = ("written_whites",)
OF_A_PLAYER = ("blanks_used", "wrote_in")
SEAT = ("blanks", "written", "to_approve")


def write_white(context):
    # type: (MoveContext) -> Entries
    """Write a card, `text`; again before it is laid down to write it anew."""
    state, player = context.state, context.player
    require(state["settings"]["write_in"] != "off", "not_now")
    require(player in state["round_players"], "not_waiting_for_you")
    require(not has_laid_down(state, player), "take_back_first")
    require(_blanks(state, player), "no_blank_left")
    text = tidy_card(context.args.get("text"))
    if state["decks"] and all(deck.get("family") for deck in state["decks"]):
        text = masked(text)
    card = {"text": text, "player": player}  # type: dict[str, Any]
    if state["settings"]["write_in_approved"] and not has_power(state, player):
        card["waiting"] = True
    _put(state, _number_of(state, player), card)
    return []


def approve_card(context):
    # type: (MoveContext) -> Entries
    """The host lets the written card `card` be played, or with `ok` false not."""
    state, wanted, ok = context.state, context.args.get("card"), context.args.get("ok")
    require_power(state, context.player)
    require(isinstance(ok, bool), "bad_frame")
    name = "%d" % wanted if is_whole(wanted) else ""
    card = state.get("written_whites", {}).get(name, {})
    require("waiting" in card, "unknown_choice")
    kept = {"text": card["text"], "player": card["player"]}
    _put(state, name, kept if ok else dict(kept, refused=True))
    return []


MOVES = {"write_white": (("playing",), write_white), "approve_card": (("playing",), approve_card)}


def offers(state, player):
    # type: (State, str) -> list[str]
    """Who may write, and the host where cards wait."""
    if state["phase"] != "playing":
        return []
    writes = (state["settings"]["write_in"] != "off" and player in state["round_players"]
              and not has_laid_down(state, player) and _blanks(state, player))
    moves = ["write_white"] if writes else []
    return moves + (["approve_card"] if has_power(state, player) and _waiting(state) else [])


def own_cards(state, player):
    # type: (State, str) -> list[int]
    """The number of the card that this player has written and may lay down."""
    return [int(name) for name, card in state.get("written_whites", {}).items()
            if card["player"] == player and "waiting" not in card and "refused" not in card]


def answers_laid(state):
    # type: (State) -> Entries
    """Blanks whose cards lie on the table are used up; what else was written is forgotten."""
    laid = {"%d" % card for play in state["laid_plays"] for card in play["cards"]}
    written = state.pop("written_whites", {})
    kept = {name: card for name, card in written.items() if name in laid}
    for card in kept.values():
        player = state["players"][card["player"]]
        player.update(blanks_used=player.get("blanks_used", 0) + 1, wrote_in=state["round"])
    if kept:
        state["written_whites"] = kept
    return []


def seat_fields(state, player, deck):
    # type: (State, str, Deck | None) -> Document
    """What this player may write and has written; for the host, without names, what waits."""
    if state["phase"] != "playing":
        return {}
    fields = {}  # type: Document
    blanks = _blanks(state, player) if state["settings"]["write_in"] != "off" else 0
    if blanks and player in state["round_players"]:
        fields["blanks"] = blanks
    for name, card in state.get("written_whites", {}).items():
        if card["player"] == player:
            fields["written"] = dict({"id": int(name), "text": card["text"]},
                                     **{str(mark): True for mark in ("waiting", "refused") if mark in card})
    if has_power(state, player) and _waiting(state):
        fields["to_approve"] = _waiting(state)
    return fields


def _blanks(state, player):
    # type: (State, str) -> int
    """How many cards this player may write still."""
    settings, own = state["settings"], state["players"][player]
    if settings["write_in"] == "rounds":
        return int("wrote_in" not in own or state["round"] - own["wrote_in"] >= settings["write_in_count"])
    return int(max(0, settings["write_in_count"] - own.get("blanks_used", 0)))


def _number_of(state, player):
    # type: (State, str) -> str
    """The number of this player's written card, or the next one: it tells nobody whose it is."""
    written = state.get("written_whites", {})
    for name, card in written.items():
        if card["player"] == player:
            return str(name)
    return "%d" % (-1 - len(written))


def _waiting(state):
    # type: (State) -> list[Document]
    cards = state.get("written_whites", {})
    return [{"id": int(name), "text": cards[name]["text"]} for name in sorted(cards, key=int)
            if "waiting" in cards[name]]


def _put(state, name, card):
    # type: (State, str, dict[str, Any]) -> None
    state["written_whites"] = dict(state.get("written_whites", {}), **{str(name): card})
