"""The judge chooses the black card, or writes one, before the others answer."""
from __future__ import unicode_literals

from game.rules.cards.pile import draw
from game.rules.cards.texts import WRITTEN
from game.rules.cards.written import tidy_card
from game.rules.errors import require
from game.rules.misses import count_misses
from game.rules.phases import enter
from game.rules.phrases import N_
from game.rules.registry import Conflict, number, switch
from game.rules.rounds import begin_playing, next_black
from game.rules.settings import is_whole
from game.rules.shapes import Deck, Document, Entries, MoveContext, Rng, State
from game.rules.state import blacks_in_play, is_bot, removed
from game.rules.stored.schema import ANSWERED, Key

MOST_BLANKS = 3
_NO_JUDGE = Conflict(True, "decides", "vote",
                     N_("where everybody votes nobody chooses the black card; choose a judge, or switch this "
                     "off"))

OPTIONS = (
    number("judge_chooses", "deciding", N_("Black cards to choose from"),
           N_("The judge sees so many black cards and chooses the one for the round."),
           0, 2, 5, zero=N_("No choice"), offered=(0, 2, 3, 5), live=True, conflicts=(_NO_JUDGE,)),
    switch("judge_writes", "deciding", N_("The judge may write one"),
           N_("The judge may write the black card of the round; a blank is an underscore."),
           live=True, conflicts=(_NO_JUDGE,)),
)
KEYS = (
    Key("offered_black", "list", ("choosing",), False, "options/judging/judge_chooses",
        "the black cards to choose from"),
    Key("written_black", "object", ANSWERED, False, "options/judging/judge_chooses",
        "{text, pick} of a black card of no deck (the judge's, a haiku); black_card is WRITTEN"),
)
OF_A_ROUND = ("offered_black", "written_black")
SEAT = ("choices",)


def before_playing(state, deck, now, rng, last):
    # type: (State, Deck, int, Rng, int | None) -> Entries | None
    """Give the judge black cards to choose from, where the host wants that and there are enough; who may
    write one need not: there is one to take. A bot writes none.
    """
    settings = state["settings"]
    others = blacks_in_play(state) - (0 if last is None or last in removed(state, "black") else 1)
    count = min(max(settings["judge_chooses"], 1), others)
    if "judge" not in state:
        return None
    if count < 2 and not (settings["judge_writes"] and not is_bot(state, state["judge"])):
        return None
    shown = set() if last is None else {last}
    state["offered_black"], _ = draw(state["black_pile"], count, lambda: shown, rng, removed(state, "black"))
    enter(state, "choosing", now)
    return []


def card_goes(context, kind, card):
    # type: (MoveContext, str, int) -> Entries
    """Offer another black card for one that leaves the game, as long as there are others."""
    state = context.state
    offered = state.get("offered_black", ())
    if kind == "black" and card in offered:
        others = [other for other in offered if other != card]
        more = 1 if blacks_in_play(state) > len(others) else 0
        state["offered_black"] = others + draw(state["black_pile"], more, lambda: set(others), context.rng,
                                               removed(state, "black"))[0]
    return []


def choose_black(context):
    # type: (MoveContext) -> Entries
    """The judge takes one of the black cards: `choice` is its place among them, from 0."""
    state, choice = context.state, context.args.get("choice")
    _require_judge(context)
    require(is_whole(choice) and 0 <= choice < len(state["offered_black"]), "unknown_choice")
    return _go_on(context, state["offered_black"][choice])


def write_black(context):
    # type: (MoveContext) -> Entries
    """The judge writes the black card: `text` with a blank, or a question that one answer ends."""
    state = context.state
    _require_judge(context)
    require(state["settings"]["judge_writes"], "not_now")
    text = tidy_card(context.args.get("text"))
    blanks = text.count("_")
    require(blanks <= MOST_BLANKS, "too_many_blanks", most=MOST_BLANKS)
    state["written_black"] = {"text": text, "pick": max(blanks, 1)}
    return [{"type": "written", "player": context.player}] + _go_on(context, WRITTEN)


MOVES = {"choose_black": (("choosing",), choose_black), "write_black": (("choosing",), write_black)}


def offers(state, player):
    # type: (State, str) -> list[str]
    """What the judge may do now."""
    if state["phase"] != "choosing" or player != state["judge"]:
        return []
    chooses = ["choose_black"] if state["offered_black"] else []
    return chooses + (["write_black"] if state["settings"]["judge_writes"] else [])


def time_is_up(context):
    # type: (MoveContext) -> Entries
    """The first of the black cards it is, then; the judge has slept."""
    state = context.state
    if state["phase"] != "choosing":
        return []
    offered = state["offered_black"] or [next_black(state, context.rng)]
    return count_misses(state, [state["judge"]]) + _go_on(context, offered[0])


def seat_fields(state, player, deck):
    # type: (State, str, Deck) -> Document
    """{"choices": [{"text", "pick"}]} for the judge who chooses."""
    if state["phase"] != "choosing" or player != state["judge"]:
        return {}
    cards = [deck.black[card] for card in state["offered_black"]]
    return {"choices": [{"text": card.text, "pick": card.pick} for card in cards]}


def _go_on(context, card):
    # type: (MoveContext, int) -> Entries
    del context.state["offered_black"]
    return begin_playing(context.state, context.deck, context.now, context.rng, card)


def _require_judge(context):
    # type: (MoveContext) -> None
    require(context.player == context.state["judge"], "not_judge")
