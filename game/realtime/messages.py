"""The only maker of messages: what changed becomes one public patch and the seats of those whose own view
changed.

Sends nothing; `live` does. All messages are JSON text, encoded once however many receive them
(docs/PROTOCOL.md).
"""
from __future__ import unicode_literals

from typing import Any

from django.conf import settings

from common.compat import json_dumps
from game import rules
from game.moves import batches
from game.realtime import error_messages
from game.rules.shapes import Document
from live import Update

PROTOCOL = 1


def welcome(loaded, number):
    # type: (batches.RoomState, str | None) -> str
    """Everything a client needs to begin: the table, and the seat of player `number` (None: a spectator)."""
    table, seats = _documents(loaded)
    seat = rules.seat_document(seats[number], loaded.deck) if number in seats else None  # noqa: TID251
    return json_dumps({"type": "welcome", "protocol": PROTOCOL, "release": settings.RELEASE,
                       "version": loaded.version,
                       "table": table, "seat": seat, "now": batches.now_ms()})


def update(outcome):
    # type: (batches.BatchResult) -> Update
    """What a committed BatchResult tells the room: a live.Update."""
    before, after = outcome.before, outcome.after
    table_was, seats_were = _documents(before)
    table, seats = _documents(after, before)
    public = {"type": "patch", "version": after.version, "from": before.version,
              "table": merge_patch(table_was, table), "log": rules.told(after.state, outcome.entries)}
    private = {number: json_dumps({"type": "seat", "version": after.version,
                                   "seat": rules.seat_document(facts, after.deck)})  # noqa: TID251
               for number, facts in seats.items() if seats_were.get(number) != facts}
    kicked = {entry["player"]: "kicked" for entry in outcome.entries if entry["type"] == "kicked"}
    return Update(after.pk, before.version, after.version, json_dumps(public), private, kicked)


def ok(move_id, version=0):
    # type: (str, int) -> str
    """A move was made, now or when it came the first time; what belongs to no version is told."""
    answer = {"type": "ok", "id": move_id, "version": version}  # type: Document
    if not version:
        del answer["version"]
    return json_dumps(answer)


def error(code, move_id="", **data):
    # type: (str, str, **Any) -> str
    """A move was refused."""
    reply = {"type": "error", "code": code, "message": error_messages.message(code, **data)}
    if move_id:
        reply["id"] = move_id
    return json_dumps(reply)


def pong(version):
    # type: (int) -> str
    """The server is alive, the room stands at `version` and this is the time."""
    return json_dumps({"type": "pong", "version": version, "now": batches.now_ms()})


def reactions(faces):
    # type: (list[Document]) -> str
    """Who has shown which face how often, just now."""
    return json_dumps({"type": "reactions", "reactions": faces})


def said(lines):
    # type: (list[Document]) -> str
    """Phrases and lines of the chat, just now."""
    return json_dumps({"type": "said", "said": lines})


def merge_patch(before, after):
    # type: (Document, Document) -> Document
    """The JSON merge patch (RFC 7396) that makes `after` of `before`; both hold no nulls."""
    patch = {name: None for name in before if name not in after}  # type: Document
    for name, value in after.items():
        old = before.get(name)
        if name in before and old == value:
            continue
        patch[name] = merge_patch(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return patch


def _documents(loaded, before=None):
    # type: (batches.RoomState, batches.RoomState | None) -> tuple[Document, dict[str, rules.SeatFacts]]
    """The table and the facts of all seats of a room as last read or written; made once for each version,
    out of those of the version `before` where they stand.
    """
    if loaded.documents is None:
        table = rules.table_view(loaded.state, loaded.code, loaded.deck)  # noqa: TID251
        was = (before.state, before.documents[1]) if before and before.documents else (None, None)
        loaded.documents = (table, rules.seat_facts(loaded.state, loaded.deck, *was))  # noqa: TID251
    return loaded.documents
