"""Rooms in the database: reading their states, and the statements behind `batches.commit`: many rooms in one
go, as each database does it best.
"""
from __future__ import unicode_literals

import logging
from typing import Any, Iterable, Iterator

from django.db import connection
from django.utils import timezone

from common.compat import json_dumps, json_loads
from game import rules
from game.models import PlayedGame, Room, RoundResult
from game.rules.shapes import State

logger = logging.getLogger("game")

SWAP_ONE = "UPDATE game_room SET state = %s, version = %s, used = %s WHERE id = %s AND version = %s"
# Rows are locked in the order of their ids, so that two processes with the same rooms cannot lock each other
# out.
SWAP_MANY = """
    UPDATE game_room AS room SET state = new.state, version = new.version, used = %s
    FROM (SELECT locked.id, given.state, given.version, given.seen
          FROM unnest(%s, %s, %s, %s) AS given (id, seen, version, state)
          JOIN game_room AS locked ON locked.id = given.id AND locked.version = given.seen
          ORDER BY locked.id FOR UPDATE OF locked) AS new
    WHERE room.id = new.id AND room.version = new.seen RETURNING room.id"""

KEEP_RESULT = """
    INSERT INTO game_roundresult (
        room_id, game, round, black, black_written, pick, plays, created, counted, judge_id, winner_id)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s,
            (SELECT id FROM game_player WHERE room_id = %s AND number = %s),
            (SELECT id FROM game_player WHERE room_id = %s AND number = %s))"""


class Busy(Exception):
    """A room that cannot be written now; sending again, later, may help. Told like an InvalidMoveError."""

    code = "busy"
    data = {}  # type: dict[str, Any]


def read_state(text):
    # type: (str) -> State
    """The state that is stored as this text, as the present schema has it; states are read nowhere else.

    Raises Busy where newer code has stored it: such a room waits until that code is back, and nothing is
    written over it.
    """
    try:
        return rules.upgrade(json_loads(text))  # noqa: TID251
    except rules.NewerStateError as error:
        logger.error("A room cannot be used: %s.", error)
        raise Busy()


def read_states(rows):
    # type: (Iterable[tuple[int, str]]) -> Iterator[tuple[int, State]]
    """(room id, state) of each (room id, stored text), without those of newer code."""
    for pk, text in rows:
        try:
            yield pk, read_state(text)
        except Busy:
            pass


def swap(changes):
    # type: (list[tuple[int, int, int, str]]) -> set[int]
    """Store (room id, version it was, version it becomes, state) where the version still is what it was.

    Returns the set of the room ids that were stored.
    """
    used = Room._meta.get_field("used").get_db_prep_value(timezone.now(), connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            columns = [list(column) for column in zip(*changes)]
            cursor.execute(SWAP_MANY, [used] + columns)
            return {pk for pk, in cursor.fetchall()}
        stored = set()
        for pk, seen, version, state in changes:
            cursor.execute(SWAP_ONE, [state, version, used, pk, seen])
            if cursor.rowcount == 1:
                stored.add(pk)
        return stored


def keep_results(results):
    # type: (list[tuple[int, dict[str, Any]]]) -> None
    """Store (room id, fields of a RoundResult with player numbers) as history; with `liked` what became known
    of one later.
    """
    for room, fields in results:
        if "liked" in fields:
            _keep_likes(room, **fields)
    results = [(room, fields) for room, fields in results if "liked" not in fields]
    if not results:
        return
    created = RoundResult._meta.get_field("created").get_db_prep_value(timezone.now(), connection)
    with connection.cursor() as cursor:
        cursor.executemany(KEEP_RESULT, [
            [room, fields["game"], fields["round"], fields["black"], fields["black_written"], fields["pick"],
             fields["plays"], created, False, room, fields["judge"], room, fields["winner"]]
            for room, fields in results])


def _keep_likes(room, game, round, liked):
    # type: (int, int, int, dict[str, int]) -> None
    """Note how many like which play of a stored round."""
    for result in RoundResult.objects.filter(room_id=room, game=game, round=round):
        plays = json_loads(result.plays)
        for number, count in liked.items():
            plays[int(number)]["likes"] = count
        result.plays = json_dumps(plays)
        result.save(update_fields=["plays"])


def keep_games(games):
    # type: (list[tuple[int, dict[str, Any]]]) -> None
    """Store (room id, fields of a PlayedGame): a new one, or with `left` one that has ended now,
    with `added` one that has more decks.
    """
    for room, fields in games:
        if "added" in fields:
            _add_decks(room, **fields)
        elif "left" in fields:
            end_game(room, fields["game"], fields["left"], timezone.now())
        else:
            PlayedGame.objects.create(room_id=room, **fields)


def _add_decks(room, game, added, cards):
    # type: (int, int, list[int], int) -> None
    """Note that this game is played with more decks; its snapshot has the old cards at their places."""
    for row in PlayedGame.objects.filter(room=room, game=game):
        PlayedGame.objects.filter(pk=row.pk).update(
            added=json_dumps(json_loads(row.added) + added), cards=cards)


def end_game(room, game, left, moment):
    # type: (int, int, str, Any) -> None
    """Note which cards were left in hands; a game that was taken for ended before stays as it was noted
    then.
    """
    PlayedGame.objects.filter(room=room, game=game, ended=None).update(left=left, ended=moment)
