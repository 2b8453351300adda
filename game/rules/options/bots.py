"""Bots: seats without a socket, which the host adds and removes. They answer a few seconds after the round
has begun; where there are no two people, they judge and vote as well.

When they act is stored, and anybody's `expire` brings it about: nothing happens where nobody looks on.
"""
from __future__ import unicode_literals

from game.rules.bots.choices import RANDOM, TASTES, best_cards, best_plays
from game.rules.bots.names import free_name, key_of
from game.rules.cards.hands import fit_now, has_reserved_hand, make_room_for, top_up
from game.rules.cards.texts import black_card
from game.rules.deciders.choices import choices, is_heat
from game.rules.deciders.judge import pick_winner, reveal_play
from game.rules.deciders.verdicts import places_to_give
from game.rules.deciders.vote import vote
from game.rules.errors import require
from game.rules.looks import OF_BOTS, free_look
from game.rules.moves.playing import play_cards
from game.rules.phases import is_running
from game.rules.power import has_power, require_power
from game.rules.shapes import Document, Entries, MoveContext, Rng, State
from game.rules.state import has_laid_down, in_order, is_bot, is_own_bot, new_player, set_presence
from game.rules.stored.schema import DECIDING, EVERYWHERE, RUNNING, Key
from game.rules.waiting import waiting_for

from .judging.judge_chooses import choose_black

OPTIONS = ()
MOST = 10
FIRST = 1000001  # their numbers never meet those of people, who are numbered from 1
# They act so many ms after it is their turn, and turn one answer over after the other.
SOONEST, LATEST = 3000, 8000
NEXT_ANSWER = 1500

KEYS = (Key("bots_act_at", "object", DECIDING, False, "options/bots",
            "{number: when this bot does what it is waited for}"),)
OF_A_ROUND = ("bots_act_at",)
PLAYER_KEYS = (Key("bot", "text", EVERYWHERE, False, "options/bots",
                   "the taste of a bot: random, or sharp; people have none"),)
PLAYER = ("bot",)


def add_bot(context):
    # type: (MoveContext) -> Entries
    """The host gives a seat to a bot with `taste`; in a running game it gets a hand at once and is in from
    the next round.

    One that was removed from this game comes back first.
    """
    state, taste = context.state, context.args.get("taste", RANDOM)
    require_power(state, context.player)
    require(taste in TASTES, "bad_frame")
    require(len(_bots(state)) < MOST, "enough_bots", most=MOST)
    number = _free_number(state)
    player = state["players"].get(number)
    if is_running(state) and not has_reserved_hand(state, number):
        make_room_for(state, number)
    if player is None:
        name = free_name(_names(state), context.rng)
        look = free_look(state, context.rng, faces=OF_BOTS)
        player = state["players"][number] = new_player(name, context.now, look)
    player["bot"] = taste
    set_presence(state, number, "here")
    entries = [{"type": "bot_added", "player": number, "by": context.player}]
    if is_running(state) and not has_laid_down(state, number) and fit_now(state):
        entries += top_up(state, number, state["settings"]["hand_size"], context.rng)
    return entries


def remove_bot(context):
    # type: (MoveContext) -> Entries
    """The host takes the seat of bot `player` back; in a game its hand and its play are those of a leaver."""
    state, number = context.state, context.args.get("player")
    require_power(state, context.player)
    require(number in _bots(state), "unknown_player")
    entries = [{"type": "bot_removed", "player": number, "name": state["players"][number]["name"],
                "by": context.player}]
    if is_running(state):
        set_presence(state, number, "left")
    else:
        del state["players"][number]
    return entries


MOVES = {"add_bot": (("lobby",) + RUNNING, add_bot), "remove_bot": (("lobby",) + RUNNING, remove_bot)}


def offers(state, number):
    # type: (State, str) -> list[str]
    """What the host may do with bots."""
    if not has_power(state, number) or state["phase"] == "game_over":
        return []
    count = len(_bots(state))
    return (["add_bot"] if count < MOST else []) + (["remove_bot"] if count else [])


def player_fields(state, number):
    # type: (State, str) -> Document
    """{"bot": taste} of a bot."""
    return {"bot": state["players"][number]["bot"]} if is_own_bot(state, number) else {}


def afterwards(state, now, rng):
    # type: (State, int, Rng) -> Entries
    """Give each bot whose turn it is a moment of its own, and another name to one that is called like a
    person.
    """
    planned = state.get("bots_act_at", {})
    if not planned and not any(is_bot(state, number) for number in state["players"]):
        return []
    turn = _waited_for(state)
    times = {number: planned[number] if number in planned else now + _a_while(rng) for number in turn}
    state.pop("bots_act_at", None)
    if times:
        state["bots_act_at"] = times
    return _rename_doubles(state, rng)


def due_at(state):
    # type: (State) -> int | None
    """When the next bot acts."""
    return min(state.get("bots_act_at", {}).values() or [None])


def due(context):
    # type: (MoveContext) -> Entries
    """Every bot whose moment has come does what it is waited for."""
    state, entries = context.state, []  # type: tuple[State, Entries]
    while True:
        ready = [(time, int(number)) for number, time in state.get("bots_act_at", {}).items()
                 if time <= context.now]
        if not ready:
            return entries
        time, number = min(ready)
        entries += _take_turn(context, "%d" % number, time)


def time_is_up(context):
    # type: (MoveContext) -> Entries
    """Bots are never late."""
    phase, entries = context.state["phase"], []
    for number in _waited_for(context.state):
        if context.state["phase"] == phase:
            entries += _take_turn(context, number, context.now)
    return entries


def mend_times(state, now):
    # type: (State, int) -> bool
    """No bot acts later than it can have been planned now."""
    planned = state.get("bots_act_at", {})
    if all(time <= now + LATEST for time in planned.values()):
        return False
    state["bots_act_at"] = {number: min(time, now + LATEST) for number, time in planned.items()}
    return True


def _take_turn(context, number, time):
    # type: (MoveContext, str, int) -> Entries
    """What the bot does; `time` is when."""
    state = context.state
    planned = state.get("bots_act_at", {})
    state["bots_act_at"] = {other: at for other, at in planned.items() if other != number}
    if number not in waiting_for(state):
        return []
    entries = _ACTS[state["phase"]](context._replace(player=number, args={}))
    if state["phase"] == "revealing" and state.get("judge") == number:
        state["bots_act_at"] = dict(state.get("bots_act_at", {}), **{str(number): time + NEXT_ANSWER})
    return entries


def _answer(context):
    # type: (MoveContext) -> Entries
    cards = best_cards(context.state, context.player, context.deck, context.rng)
    pick = black_card(context.state, context.deck).pick
    return play_cards(context._replace(args={"cards": cards[:pick]}))


def _choose(context):
    # type: (MoveContext) -> Entries
    choice = int(context.rng.random() * len(context.state["offered_black"]))
    return choose_black(context._replace(args={"choice": choice}))


def _turn_over(context):
    # type: (MoveContext) -> Entries
    hidden = [place for place, play in enumerate(context.state["laid_plays"]) if not play["revealed"]]
    return reveal_play(context._replace(args={"play": "%d" % hidden[0]}))


def _decide(context):
    # type: (MoveContext) -> Entries
    """Pick the winner, or vote for the answer of somebody else."""
    state = context.state
    judges = context.player == state.get("judge")
    places = [int(play) for play in choices(state, context.player)]
    best = best_plays(state, context.player, places, context.deck, context.rng)
    wanted = 1 if is_heat(state) else places_to_give(state, len(places))
    plays = ["%d" % place for place in best[:wanted]]
    return (pick_winner if judges else vote)(context._replace(args={"plays": plays}))


_ACTS = {"playing": _answer, "choosing": _choose, "revealing": _turn_over, "judging": _decide}


def _waited_for(state):
    # type: (State) -> list[str]
    if state["phase"] not in DECIDING:
        return []
    return [number for number in waiting_for(state) if is_bot(state, number)]


def _bots(state):
    # type: (State) -> list[str]
    """Those that were not removed."""
    return [number for number in in_order(state)
            if is_own_bot(state, number) and state["players"][number]["presence"] != "left"]


def _free_number(state):
    # type: (State) -> str
    """The first number without a bot at the table."""
    taken = _bots(state)
    return next("%d" % number for number in range(FIRST, FIRST + MOST) if "%d" % number not in taken)


def _names(state):
    # type: (State) -> list[str]
    return [player["name"] for player in state["players"].values()]


def _rename_doubles(state, rng):
    # type: (State, Rng) -> Entries
    keys = {key_of(player["name"]) for number, player in state["players"].items()
            if not is_own_bot(state, number)}
    entries = []
    for number in in_order(state):
        if is_own_bot(state, number) and key_of(state["players"][number]["name"]) in keys:
            state["players"][number]["name"] = free_name(_names(state), rng)
            entries.append({"type": "renamed", "player": number})
    return entries


def _a_while(rng):
    # type: (Rng) -> int
    return SOONEST + int(rng.random() * (LATEST - SOONEST))
