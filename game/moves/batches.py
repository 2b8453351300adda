"""Batches of moves: made on a copy of the room's state, and committed by compare-and-swap.

Publishes nothing: the sockets' side (live) commits and tells by itself, everybody else asks `services`. Times
are milliseconds.
"""
from __future__ import unicode_literals

import random
from typing import Any, Dict, Iterable, List, NamedTuple, Optional, Text

from django.db import transaction

from accounts import profiles
from common.clock import now_ms
from common.compat import json_dumps
from decks.catalogue import dedupe, selection, snapshots
from game import rules
from game.models import Player, Room
from game.moves import names, removed_cards, storage
from game.moves.results import GAME_ENTRIES, game_of, likes_of, result_of
from game.rules.shapes import Deck, Document, Entries, Entry, State
from live.processes import served_since

# `player` is a number or None, `id` the client's id of the move ("" for moves made by the server).
Move = NamedTuple("Move", [
    ("player", Optional[Text]), ("name", Text), ("args", Any), ("id", Text), ("deck", Optional[Deck])])
Fields = Dict[Text, Any]  # of a row in the database
KEPT_IDS = 8

_rng = random.SystemRandom()


class RoomState(object):
    """A room as it was last read or written; `documents` is the messages module's cache of what its people
    see.
    """

    __slots__ = ("pk", "code", "version", "state", "deck", "documents")

    def __init__(self, pk, code, version, state, deck):
        # type: (int, str, int, State, Deck | None) -> None
        self.pk, self.code, self.version, self.state, self.deck = pk, code, version, state, deck
        self.documents = None  # type: tuple[Document, dict[str, rules.SeatFacts]] | None


# What became of a batch: `answers` has an InvalidMoveError or None for each move; `changed` tells whether to
# commit.
BatchResult = NamedTuple("BatchResult", [
    ("before", RoomState), ("after", RoomState), ("answers", List[Optional[rules.InvalidMoveError]]),
    ("entries", Entries),
    ("results", List[Fields]), ("games", List[Fields]), ("changed", bool)])


def load(pk):
    # type: (int) -> RoomState
    """The room as it stands in the database. Raises Room.DoesNotExist, storage.Busy."""
    code, version, text = Room.objects.values_list("code", "version", "state").get(pk=pk)
    state = storage.read_state(text)
    return RoomState(pk, code, version, state,
                     snapshots.load(state["snapshot_id"]) if "snapshot_id" in state else None)


def prepare(move, loaded):
    # type: (Move, RoomState) -> Move
    """Look up what a move needs from the database; `loaded` is the room as last seen.

    Only two moves of a host need anything, in the lobby or to add decks while a game runs; for everybody
    else the rules refuse them without a look. The room may be another one when the move is made: then the
    rules answer "busy", and the client sends it again.
    """
    state = loaded.state
    adds = move.name == "choose_decks" and rules.is_running(state)
    if not rules.has_power(state, move.player) or not (adds or state["phase"] == "lobby"):
        return move._replace(args={"unprepared": True}) if needs_reading(move) else move
    if adds:
        return _addition(move, loaded)
    if move.name == "choose_decks":
        return move._replace(args=_choice(move.args, loaded.pk, move.player or state["host"], state["decks"]))
    if move.name == "start_game":
        ids = [deck["id"] for deck in state["decks"]]
        deck = _frozen(ids) if ids else None
        return move._replace(deck=deck, args={
            "frozen": ids, "removed": deck
            and removed_cards.numbers_of(state.get("dropped_fingerprints", {}), deck)})
    return move


def needs_reading(move):
    # type: (Move) -> bool
    """Whether `prepare` has anything to do for such a move."""
    return move.name in ("choose_decks", "start_game")


def marked(summaries, by_default):
    # type: (list[dict[str, Any]], Iterable[int]) -> list[dict[str, Any]]
    """The summaries of decks; those with these ids are on the table by default, nobody has chosen them."""
    ids = set(by_default)
    return [dict(one, by_default=True) if one["id"] in ids else one for one in summaries]


def advance(loaded, moves):
    # type: (RoomState, list[Move]) -> BatchResult
    """Make the moves on a copy of the room, one after the other.

    Returns a BatchResult; nothing is stored yet.

    Any move, a refused one too, first mends times that were stored by a clock which was ahead
    (rules/times.py), and after a long silence or a restart doubts who is here (rules/state.py).
    """
    state, now = rules.fork(loaded.state), now_ms()
    changed = rules.mend_times(state, now)
    entries = rules.doubt_presence(state, now, served_since())
    deck, answers, results, games, changed = loaded.deck, [], [], [], changed or bool(entries)
    for move in moves:
        error, log = None, []
        if not _is_repeated(state, move):
            if move.name == "drop_card":
                move = removed_cards.marked(move, state, deck)
            if move.name in names.NAMED:
                move = names.marked(move, state)
            liked = likes_of(state)
            try:
                log = rules.apply_move(  # noqa: TID251
                    state, move.player, move.name, move.args, now, _rng, move.deck or deck)
            except rules.InvalidMoveError as refusal:
                error = refusal
            else:
                _remember(state, move)
                deck = (move.deck or deck) if "snapshot_id" in state else None
                changed = changed or bool(log) or bool(move.id)
                results += [result_of(state, deck, log) for entry in log if entry["type"] == "won"]
                if liked and likes_of(state) is None:
                    results.append(liked)
                games += [game_of(state, entry) for entry in log
                          if entry["type"] in GAME_ENTRIES]
        answers.append(error)
        entries += log
    if changed:
        state["changed_at"] = now
    after = RoomState(loaded.pk, loaded.code, loaded.version + 1, state, deck) if changed else loaded
    return BatchResult(loaded, after, answers, entries, results, games, changed)


def commit(outcomes):
    # type: (list[BatchResult]) -> list[bool]
    """Store these BatchResults, each of another room, in one transaction.

    Returns for each whether it was stored; False means that somebody else was first: load again and advance
    again.
    """
    changes = [(outcome.after.pk, outcome.before.version, outcome.after.version,
                json_dumps(outcome.after.state)) for outcome in outcomes]
    if len(outcomes) == 1 and not _leaves_more(outcomes[0]):
        stored = storage.swap(changes)  # a statement alone is a transaction already
    else:
        with transaction.atomic():
            stored = storage.swap(changes)
            _keep_more([outcome for outcome in outcomes if outcome.after.pk in stored])
    return [outcome.after.pk in stored for outcome in outcomes]


def _told_of(outcome, kind):
    # type: (BatchResult, str) -> list[str]
    """The players of the log entries of this kind."""
    return [entry["player"] for entry in outcome.entries if entry["type"] == kind]


def _leaves_more(outcome):
    # type: (BatchResult) -> bool
    return bool(outcome.results or outcome.games
                or any(_told_of(outcome, kind) for kind in ("kicked", "renamed", "new_look")))


def _keep_more(outcomes):
    # type: (list[BatchResult]) -> None
    """What batches leave behind beside the rooms' states: round results, played games,
    who may not come back, and who is called or looks otherwise.
    """
    storage.keep_results([(outcome.after.pk, result) for outcome in outcomes for result in outcome.results])
    storage.keep_games([(outcome.after.pk, game) for outcome in outcomes for game in outcome.games])
    for outcome in outcomes:
        seats, players = Player.objects.filter(room=outcome.after.pk), outcome.after.state["players"]
        for number in _told_of(outcome, "kicked"):
            seats.filter(number=int(number)).update(kicked=True)
        for number in _told_of(outcome, "renamed"):
            if number in players:
                seats.filter(number=int(number)).update(name=players[number]["name"])
        for number in _told_of(outcome, "new_look"):
            if number in players:
                _keep_look(seats.filter(number=int(number)), players[number])


def _keep_look(seats, player):
    # type: (Any, dict[str, Any]) -> None
    """Note it with the seat, and with the account whose it is."""
    seats.update(face=player["face"], colour=player["colour"])
    for seat in seats.exclude(user=None).select_related("user"):
        profiles.keep_look(seat.user, player["face"], player["colour"])


def _is_repeated(state, move):
    # type: (State, Move) -> bool
    return bool(move.id) and move.id in state["players"].get(move.player, {}).get("recent_move_ids", ())


def _remember(state, move):
    # type: (State, Move) -> None
    """Keep the last few ids of a player's moves with the state,
    so that a move sent again is known for ever.
    """
    player = state["players"].get(move.player)
    if move.id and player:
        player["recent_move_ids"] = (player.get("recent_move_ids", []) + [move.id])[-KEPT_IDS:]


def _choice(args, room, host, before):
    # type: (Any, int, str, list[dict[str, Any]]) -> dict[str, Any]
    """What the move choose_decks needs to know of the decks that its `args` name;
    `before` are those chosen so far.
    """
    ids, codes = args.get("decks"), args.get("codes", {})
    if not isinstance(ids, list) or not all(isinstance(pk, int) and not isinstance(pk, bool) for pk in ids):
        return {}
    if not isinstance(codes, dict):
        return {}
    ids = sorted(set(ids))
    if max(len(ids), len(codes)) > rules.MOST_DECKS:
        return {"too_many": True}
    seat = Player.objects.select_related("user").get(room=room, number=int(host))
    try:
        selection.check_choice(ids, seat.user, {pk: codes.get("%d" % pk) for pk in ids},
                               [deck["id"] for deck in before], args.get("family") is True)
        summaries = selection.summaries(ids)
    except selection.UnknownDeckError:
        return {}
    except selection.NotForFamiliesError:
        return {"adult": True}
    by_default = [deck["id"] for deck in before if deck.get("by_default")]
    return {"summaries": marked(summaries, by_default), "doubles": dedupe.doubles(summaries)}


def _addition(move, loaded):
    # type: (Move, RoomState) -> Move
    """What choose_decks needs to know while a game runs: the game's cards with those of the new decks."""
    state = loaded.state
    args = _choice(move.args, loaded.pk, move.player or state["host"], state["decks"])
    before = {deck["id"] for deck in state["decks"]}
    new = [deck["id"] for deck in args.get("summaries", ()) if deck["id"] not in before]
    if not new or loaded.deck is None:
        return move._replace(args=args)
    try:
        deck = snapshots.extend(loaded.deck, new)
    except selection.UnknownDeckError:
        return move._replace(args={})
    out = removed_cards.numbers_of(state.get("dropped_fingerprints", {}), deck)
    return move._replace(deck=deck, args=dict(args, extends=loaded.deck.id, removed=out))


def _frozen(ids):
    # type: (list[int]) -> Deck | None
    try:
        return snapshots.freeze(ids)
    except selection.UnknownDeckError:
        return None
