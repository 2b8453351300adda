"""The only maker of messages: what changed becomes one public patch and the seats of those whose own view changed.

Sends nothing; `live` does. All messages are JSON text, encoded once however many receive them (docs/PROTOCOL.md).
"""
from __future__ import unicode_literals

from common.compat import json_dumps
from game import rules
from game.realtime import error_messages
from game.rooms import batches
from live import Update

PROTOCOL = 1


def welcome(loaded, number):
    """Everything a client needs to begin: the table, and the seat of player `number` (None: a spectator)."""
    table, seats = _documents(loaded)
    seat = rules.seat_document(seats[number], loaded.deck) if number in seats else None
    return json_dumps({"type": "welcome", "protocol": PROTOCOL, "version": loaded.version, "table": table,
                       "seat": seat, "now": batches.now_ms()})


def update(outcome):
    """What a committed turn tells the room: a live.Update."""
    before, after = outcome.before, outcome.after
    table_was, seats_were = _documents(before)
    table, seats = _documents(after)
    public = {"type": "patch", "version": after.version, "from": before.version,
              "table": merge_patch(table_was, table), "log": outcome.entries}
    private = {number: json_dumps({"type": "seat", "version": after.version,
                                   "seat": rules.seat_document(facts, after.deck)})
               for number, facts in seats.items() if seats_were.get(number) != facts}
    kicked = {entry["player"]: "kicked" for entry in outcome.entries if entry["type"] == "kicked"}
    return Update(after.pk, before.version, after.version, json_dumps(public), private, kicked)


def ok(move_id, version):
    """A move was made, now or when it came the first time."""
    return json_dumps({"type": "ok", "id": move_id, "version": version})


def error(code, move_id="", **data):
    """A move was refused."""
    reply = {"type": "error", "code": code, "message": error_messages.message(code, **data)}
    if move_id:
        reply["id"] = move_id
    return json_dumps(reply)


def pong(version):
    """The server is alive, the room stands at `version` and this is the time."""
    return json_dumps({"type": "pong", "version": version, "now": batches.now_ms()})


def merge_patch(before, after):
    """The JSON merge patch (RFC 7396) that makes `after` of `before`; both hold no nulls."""
    patch = {name: None for name in before if name not in after}
    for name, value in after.items():
        old = before.get(name)
        if name in before and old == value:
            continue
        patch[name] = merge_patch(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return patch


def _documents(loaded):
    """The table and the facts of all seats of a room as last read or written; made once for each version."""
    if loaded.documents is None:
        loaded.documents = (rules.table_view(loaded.state, loaded.code, loaded.deck), rules.seat_facts(loaded.state))
    return loaded.documents
