"""Evenings that are over, for tests of recaps."""
from __future__ import unicode_literals

from tests.game.table import a_table


def an_evening(rounds=2, **deck):
    """A table whose game of so many rounds has ended."""
    table = a_table("Ann", "Bob", "Cat", **deck)
    table.deal()
    for number in range(rounds):
        if number:
            table.act(table.judge, "next_round")
        table.play_round()
    table.act("ann", "end_game")
    return table
