"""One more card to choose from where the black card asks for two."""
from __future__ import unicode_literals

from game.rules.phrases import N_
from game.rules.registry import switch
from game.rules.shapes import BlackCard, State

OPTIONS = (
    switch("draw_for_two", "cards", N_("Draw for pick 2"),
           N_("Before a black card that asks for two answers everybody draws one card more.")),
)


def extra_draw(state, card):
    # type: (State, BlackCard) -> int
    """One card for a pick-2 card that does not let draw by itself."""
    return 1 if state["settings"]["draw_for_two"] and card.pick == 2 and not card.draw else 0
