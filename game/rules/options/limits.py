"""How big hands are, and when a game ends."""
from __future__ import unicode_literals

from game.rules.phrases import N_
from game.rules.registry import number

OPTIONS = (
    number("score_limit", "end", N_("Points to win"), N_("Who has so many points wins the game."), 7, 0, 50,
           zero=N_("No limit"), offered=(0, 3, 5, 7, 10, 15, 20), live=True),
    number("round_limit", "end", N_("Rounds at "
                                    "most"), N_("After so many rounds the best score wins."), 0, 0, 200,
           zero=N_("No limit"), offered=(0, 5, 10, 15, 20, 30, 50), live=True),
    number("hand_size", "cards", N_("Cards in a "
                                    "hand"), N_("So many white cards are in each hand."), 10, 3, 20,
           offered=(5, 6, 7, 8, 10, 12)),
)
