"""What whoever hosts does where the table waits: play for somebody, let somebody else judge. And since when
it waits.
"""
from __future__ import unicode_literals

from game.rules.cards.pile import shuffled
from game.rules.cards.texts import black_card
from game.rules.deciders import judge as judges
from game.rules.errors import require
from game.rules.moves.hosting import other_player
from game.rules.moves.playing import play_cards
from game.rules.power import has_power, require_power
from game.rules.rounds import answers_return
from game.rules.shapes import Deck, Document, Entries, MoveContext, Rng, State
from game.rules.state import is_bot, next_after, people
from game.rules.stored.schema import DECIDING, RUNNING, Key
from game.rules.waiting import waiting_for

OPTIONS = ()
KEYS = (Key("waits_since", "object", RUNNING, False, "options/host/host_tools",
            "{at, for}: since when the table waits for what it waits for now"),)
TABLE = ("waiting_since",)
OF_A_ROUND = ("waits_since",)


def play_for(context):
    # type: (MoveContext) -> Entries
    """Lay down cards at random for `player`, who is waited for; nobody else learns which."""
    state = context.state
    require_power(state, context.player)
    other = other_player(context)
    require(other in waiting_for(state) and not is_bot(state, other), "unknown_player")
    player = state["players"][other]
    missed = player["missed_deadlines"]
    cards = shuffled(player["hand"], context.rng)[:black_card(state, context.deck).pick]
    play_cards(context._replace(player=other, args={"cards": cards}))
    player["missed_deadlines"] = missed
    return [{"type": "played_for", "player": other, "by": context.player}]


def replace_judge(context):
    # type: (MoveContext) -> Entries
    """Let `player` judge instead of a judge who is waited for, lost or nudged; without `player` the next one
    who can, or, with answers on the table, a vote.
    """
    state = context.state
    require_power(state, context.player)
    old = state.get("judge", "")
    require(old and _is_late(state, old), "judge_is_here")
    candidates = _candidates(state)
    if "player" not in context.args and (state["phase"] in ("revealing", "judging") or not candidates):
        require(state["phase"] != "choosing", "no_other_judge")
        return judges.table_decides(state, context.now, "judge_replaced")
    new = context.args.get("player", next_after(candidates, old) if candidates else None)
    require(new in candidates, "cannot_judge")
    return _judge_now(state, new, context.player)


MOVES = {"play_for": (("playing",), play_for), "replace_judge": (DECIDING, replace_judge)}


def offers(state, number):
    # type: (State, str) -> list[str]
    """Who hosts, while somebody may be waited for."""
    if not has_power(state, number) or state["phase"] not in DECIDING:
        return []
    moves = ["play_for"] if state["phase"] == "playing" else []
    return moves + (["replace_judge"] if "judge" in state else [])


def table_fields(state, deck):
    # type: (State, Deck | None) -> Document
    """`waiting_since`, while anybody is waited for."""
    return {"waiting_since": state["waits_since"]["at"]} if "waits_since" in state else {}


def afterwards(state, now, rng):
    # type: (State, int, Rng) -> Entries
    """Note when the table begins to wait for something else."""
    waits = state["phase"] in RUNNING and bool(waiting_for(state))
    mark = _mark(state) if waits else ""
    if mark and state.get("waits_since", {}).get("for") != mark:
        state["waits_since"] = {"at": now, "for": mark}
    elif not mark:
        state.pop("waits_since", None)
    return []


def _mark(state):
    # type: (State) -> str
    """Changes with the round, the phase, who decides, and each answer that is turned over."""
    turned = sum(1 for play in state.get("laid_plays", ()) if play["revealed"])
    return "%d %s %s %d" % (state["round"], state["phase"], state.get("judge", ""), turned)


def _is_late(state, judge):
    # type: (State, str) -> bool
    player = state["players"][judge]
    return judge in waiting_for(state) or player["presence"] == "gone" or "nudged_at" in player


def _candidates(state):
    # type: (State) -> list[str]
    """People who can judge now: none with an answer among those that lie there."""
    laid = {play["player"] for play in state.get("laid_plays", ())}
    return [number for number in people(state) if number != state["judge"] and number not in laid]


def _judge_now(state, new, by):
    # type: (State, str, str) -> Entries
    """The answer of the new judge goes back into the hand."""
    if state["phase"] == "playing":
        answers_return(state, [new])
        state["chosen_cards"].pop(new, None)
        state["round_players"] = [number for number in state["round_players"] if number != new]
    state.update(judge=new, last_judge=new)
    return [{"type": "judge_replaced", "player": new, "by": by}]
