"""Run under the Python under test, from the project's folder: fifty threads play in one room through the
services.

Prints what the services said and what the database then holds, as JSON; judges nothing.
"""
from __future__ import print_function, unicode_literals

import json
import threading
from functools import partial

from at_once import all_at_once  # and Django is ready

# isort: split

from decks.catalogue import selection
from game.models import Player
from game.moves import batches
from game.rooms import services

PLAYERS, TURNS = 50, 3


def make(room, number, name, move_id, **args):
    """Make a move as a client would: `busy` means to send it again. Returns the BatchResult."""
    while True:
        try:
            move = batches.Move(number, name, args, move_id, None)
            turn = services.play(room, [move])
        except services.Busy:
            continue
        assert turn.answers == [None], "%s: %s" % (name, turn.answers[0].code)
        return turn


def join(room):
    while True:
        try:
            return "%d" % services.join(room, "Player %d" % threading.current_thread().ident).number
        except services.Busy:
            continue


def play_everything(room, number):
    """Lay down other cards again and again, each move sent twice; returns [last cards,
    moves that changed the room].
    """
    loaded = batches.load(room)
    hand, pick = loaded.state["players"][number]["hand"], loaded.deck.black[loaded.state["black_card"]].pick
    changed = 0
    for turn in range(TURNS):
        cards = (hand[turn:] + hand[:turn])[:pick]
        for _ in range(2):
            changed += make(room, number, "play_cards", "p-%d" % turn, cards=cards).changed
    return [cards, changed]


def main():
    room = services.open_room("Host", deck_ids=selection.first_choice()).room
    numbers = all_at_once([partial(join, room)] * (PLAYERS - 1))
    make(room.pk, "1", "change_settings", "s-1", settings={"hand_size": 3})
    make(room.pk, "1", "start_game", "s-2")
    before = batches.load(room.pk)
    # One player plays nothing, so that the round stays open.
    players = before.state["round_players"][:-1]
    results = all_at_once([partial(play_everything, room.pk, number) for number in players])
    after = batches.load(room.pk)
    print(json.dumps({
        "numbers": numbers, "rows": list(Player.objects.filter(room=room).values_list("number", flat=True)),
        "seated": sorted(after.state["players"], key=int), "results": dict(zip(players, results)),
        "plays": after.state["chosen_cards"], "phase": after.state["phase"],
        "versions": after.version - before.version,
        "cards": sum((player["hand"] for player in after.state["players"].values()), [])}))


main()
