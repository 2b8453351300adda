"""What stands on the cards of a game: those of the frozen deck, and what players write."""
from __future__ import unicode_literals

from game.rules.shapes import BlackCard, Deck, State

WRITTEN = -1  # the number of a black card of no deck: the judge wrote it, or it asks for a haiku
HAIKU = {"text": "_ / _ / _", "pick": 3}  # in no language: the three lines of a poem, as they are quoted


def black_card(state, deck):
    # type: (State, Deck) -> BlackCard
    """The black card of the round."""
    if state["black_card"] != WRITTEN:
        return deck.black[state["black_card"]]
    written = state["written_black"]
    return BlackCard(written["text"], written["pick"], 2 if written["pick"] > 2 else 0)


def white_text(state, deck, number):
    # type: (State, Deck, int) -> str
    """The text of a white card."""
    if not is_written(number):
        return deck.white[number]
    text = state["written_whites"]["%d" % number]["text"]  # type: str
    return text


def is_written(number):
    # type: (int) -> bool
    """Whether somebody wrote the card with this number: decks may grow, so theirs are below 0."""
    return number < 0
