"""A player tells the reviewers about a card that they can see.

Which card it is, the room's own state says, never they.
"""
from __future__ import unicode_literals

from typing import Any

import six

from common.compat import gettext as _
from common.compat import json_loads
from decks.review import reports
from game import rules
from game.models import Player, RoundResult
from game.moves import batches, removed_cards

# More rounds than anybody plays, and less than what a database refuses.
MOST_ROUNDS = 10 ** 6


class BadReportError(ValueError):
    """It names no reason that there is, or no card."""


class NoSuchCardError(LookupError):
    """Not a card that this player can see, now or in the history."""


class WrittenCardError(LookupError):
    """Somebody wrote this card for its round: no deck has it."""


def report(player, wanted):
    # type: (Player, dict[str, Any]) -> None
    """Keep what a Player says of a card; `wanted` is the dict of docs/PROTOCOL.md.

    Raises BadReportError, NoSuchCardError, WrittenCardError.
    """
    reason = wanted.get("reason")
    if not isinstance(reason, six.text_type) or reason not in reports.REASONS:
        raise BadReportError("There is no such reason.")
    number = "%d" % player.number
    loaded = batches.load(player.room_id)
    if loaded.state["players"].get(number, {}).get("presence", "left") == "left":
        raise NoSuchCardError(_("Take a seat first."))
    kind, text = _seen_now(loaded, number, wanted) or _seen_before(player.room_id, wanted)
    reports.report(kind, text, reason, "%d-%s" % (player.room_id, number))


def _seen_now(loaded, number, wanted):
    # type: (batches.RoomState, str, dict[str, Any]) -> tuple[str, str] | None
    """(kind, text) of a card in the game under way, or None where the history may have it."""
    if wanted.get("game") == loaded.state["game"]:
        try:
            kind, card = rules.find_card(loaded.state, number, wanted)
            return kind, removed_cards.text_of(loaded.deck, kind, card)
        except rules.InvalidMoveError as refusal:
            if refusal.code == "bad_frame":
                raise BadReportError("There is no such card.")
            if refusal.code == "not_of_a_deck":
                raise WrittenCardError()
    return None


def _seen_before(room_id, wanted):
    # type: (int, dict[str, Any]) -> tuple[str, str]
    """(kind, text) of a card of a judged round."""
    game, number = _small(wanted.get("game")), _small(wanted.get("round"))
    if wanted.get("kind") not in ("black", "white"):
        raise BadReportError("There is no such kind of card.")
    result = RoundResult.objects.filter(room=room_id, game=game, round=number).first()
    if result is None or "card" in wanted:
        raise NoSuchCardError(_("This card is not here any more."))
    if wanted["kind"] == "black":
        if result.black_written:
            raise WrittenCardError()
        return "black", result.black
    plays = {"%d" % place: play for place, play in enumerate(json_loads(result.plays))}
    name, place = wanted.get("play"), _small(wanted.get("place", 0))
    play = plays.get(name, {}) if isinstance(name, six.text_type) else {}  # type: dict[str, Any]
    if place >= len(play.get("cards", ())):
        raise NoSuchCardError(_("There is no such play."))
    if place in play.get("written", ()):
        raise WrittenCardError()
    return "white", play["cards"][place]


def _small(number):
    # type: (Any) -> int
    if isinstance(number, bool) or not isinstance(number,
                                                  six.integer_types) or not 0 <= number <= MOST_ROUNDS:
        raise BadReportError("There is no such card.")
    return number
