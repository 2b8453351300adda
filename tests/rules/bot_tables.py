"""Tables with bots, and what brings their moves about."""
from __future__ import unicode_literals

from tests.rules.tables import a_game

BOT, SECOND = "1000001", "1000002"


def a_table(people=2, bots=1, taste="random", **settings):
    """A lobby with so many people and bots."""
    game = a_game(players=people, **settings)
    for _ in range(bots):
        game.act("ann", "add_bot", taste=taste)
    return game


def bots_of(game):
    return sorted(number for number, player in game.table()["players"].items() if "bot" in player)


def bots_act(game):
    """The moment of the first bot comes, and somebody looks on."""
    game.now = game.table()["due"]
    return game.act(None, "expire")


def bots_finish(game, phase):
    """Bots act until the phase is over."""
    while game.phase == phase:
        bots_act(game)
