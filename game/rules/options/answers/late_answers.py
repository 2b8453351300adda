"""What becomes of the answer of somebody who has not played when the time is over."""
from __future__ import unicode_literals

from game.rules.cards.pile import shuffled
from game.rules.cards.texts import black_card
from game.rules.misses import count_misses
from game.rules.phrases import N_
from game.rules.registry import choice
from game.rules.shapes import Entries, MoveContext
from game.rules.waiting import waiting_for

OPTIONS = (
    choice("late_answers", "time", N_("When time is up"),
           N_("Phones send what is chosen in the last moment; or who has not played sits the round out; or "
           "cards from their hand are played at random."),
           "chosen",
           (("chosen", N_("Chosen cards are played")), ("nothing", N_("Too late is too late")),
            ("random", N_("Random cards are played"))), live=True),
)


def time_is_up(context):
    # type: (MoveContext) -> Entries
    """Play random cards of the hand for each player who is waited for, where the host wants that."""
    state = context.state
    if state["phase"] != "playing" or state["settings"]["late_answers"] != "random":
        return []
    late, pick = waiting_for(state), black_card(state, context.deck).pick
    entries = count_misses(state, late)
    for number in late:
        hand = state["players"][number]["hand"]
        state["chosen_cards"][number] = shuffled(hand, context.rng)[:pick]
        entries.append({"type": "played", "player": number})
    return entries
