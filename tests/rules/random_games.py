"""Random games by random people in every phase, checked after every step; the same seed is the same game
everywhere.

Only `random()` of the standard generator is used, because the rest of `random` differs between Pythons.
"""
from __future__ import unicode_literals

import json
import random

from game import rules
from game.rules.engine import MOVES

from . import laws
from .tables import TEN_O_CLOCK

MOST_SEATS = 12
JUNK = (0, 1, -1, 10 ** 30, 0.5, True, "", "0", "1", "99", "nobody", [], [0], [0, 0], [[0]], {},
        {"a": 1}, None)
ARGUMENTS = ("cards", "play", "player", "settings", "summaries", "kind", "card", "round", "place", "mark",
             "name")
PAUSES = (0, 1, 4, 9, 16, 21, 21, 61, 91, 301)


def is_owned(seed):
    """Whether the first player of this game has an account."""
    return seed % 2 == 1


class RandomGame(object):
    """A room where anything may happen. `record` keeps every move, refused ones with their code."""

    def __init__(self, seed):
        self.luck, self.rng = random.Random(seed), random.Random(seed + 1000000007)
        self.now, self.record, self.seats, self.phases = TEN_O_CLOCK, [], 1, set()
        players = 3 + self.below(7)
        self.settings = {
            "hand_size": self.one_of((3, 3, 4, 5, 10)), "score_limit": self.below(4),
            "round_limit": self.below(5),
            "seconds": {"playing": self.seconds(), "revealing": self.seconds(), "judging": self.seconds(),
                        "round_over": self.one_of((0, 3, 8, 8))}}
        self.deck = self.new_deck(players)
        self.state = rules.new_state("Player 1", self.now, owned=is_owned(seed))
        self.text = json.dumps(self.state)
        self.make("1", "connect", {})
        for _ in range(players - 1):
            self.newcomer()
            self.make("%d" % self.seats, "connect", {})
        self.make("1", "change_settings", {"settings": self.settings})
        self.make("1", "choose_decks", {"summaries": [{"id": 1, "name": "d", "black": 1, "white": 9}]})
        if self.below(10):
            self.start()

    def start(self):
        """What this room has dropped before stays out; the marks of these decks are the cards' numbers."""
        dropped = self.state.get("dropped_fingerprints", {})
        out = {kind: [int(mark) for mark in marks] for kind, marks in dropped.items()}
        return self.make(self.state["host"], "start_game", {"removed": out})

    def new_deck(self, players):
        """A small deck: often exactly enough white cards, sometimes one too few."""
        needed = players * (self.settings["hand_size"] + 2)
        blacks = []
        for number in range(1 + self.below(5)):
            pick = self.one_of((1, 1, 2, 3, 3))
            blacks.append(rules.BlackCard("question %d" % number, pick, self.one_of((0, pick - 1, 2))))
        whites = needed + self.one_of((-1, 0, 0, 0, 1, 3, 15, 30))
        return rules.Deck("deck", blacks, ["answer %d." % number for number in range(whites)])

    # ---- luck

    def below(self, number):
        return int(self.luck.random() * number)

    def one_of(self, things):
        return things[self.below(len(things))]

    def seconds(self):
        return self.one_of((0, 15, 60, 90))

    def anybody(self):
        return "%d" % (1 + self.below(self.seats))

    # ---- steps

    def run(self, steps):
        for _ in range(steps):
            self.one_of(STEPS)(self)

    def make(self, player, name, args):
        """One move and every check. Returns its log entries, or None when it was refused."""
        before, state = self.state, rules.fork(self.state)
        # The same dictionary keeps its order, so nothing has to be sorted, which is slow on old Pythons.
        as_it_was = json.dumps(state)
        try:
            entries = rules.apply_move(state, player, name, args, self.now, self.rng, self.deck)
        except rules.InvalidMoveError as refusal:
            assert json.dumps(state) == as_it_was, "%s was refused and changed the state" % name
            self.record.append([player, name, args, self.now, refusal.code])
            return None
        self.record.append([player, name, args, self.now, ""])
        assert json.dumps(before) == self.text, "%s changed the old state through the copy" % name
        self.state, self.text = state, json.dumps(state)
        self.phases.add(state["phase"])
        laws.check_all(before, entries, state, self.deck)
        return entries

    def sensible(self):
        """What somebody who is waited for would do."""
        state, waited_for = self.state, rules.waiting_for(self.state)
        host, phase = state["host"], state["phase"]
        if phase == "playing":
            number = self.one_of(waited_for)
            self.make(number, "play_cards", {"cards": self.some_cards(number)})
        elif phase == "revealing":
            hidden = [number for number, play in enumerate(state["laid_plays"]) if not play["revealed"]]
            self.make(state["judge"], "reveal_play", {"play": "%d" % self.one_of(hidden)})
        elif phase == "judging":
            self.make(state["judge"], "pick_winner", {"play": "%d" % self.below(len(state["laid_plays"]))})
        elif phase == "lobby":
            self.start()
        else:
            self.make(host, {"round_over": "next_round", "game_over": "rematch"}[phase], {})

    def some_cards(self, number):
        hand = self.state["players"][number]["hand"]
        first, pick = self.below(len(hand)), self.deck.black[self.state["black_card"]].pick
        return (hand[first:] + hand[:first])[:pick]

    def change_of_mind(self):
        number = self.anybody()
        if self.state["phase"] != "playing" or number not in self.state["chosen_cards"] or self.below(2):
            self.make(number, "take_back", {})
        else:
            self.make(number, "play_cards", {"cards": self.some_cards(number)})

    def newcomer(self):
        if self.seats < MOST_SEATS:
            number = "%d" % (self.seats + 1)
            if self.make(number, "join", {"name": "Player " + number}) is not None:
                self.seats += 1

    def return_of(self):
        number = self.anybody()
        if self.make(number, "join", {"name": "Player " + number}) is not None and self.below(3):
            self.make(number, "connect", {})

    def come_or_go(self):
        name = self.one_of(("connect", "connect", "connect", "disconnect", "here", "leave", "change_name"))
        self.make(self.anybody(), name, {"name": "Somebody"} if name == "change_name" else {})

    def hosting(self):
        name = self.one_of(("skip", "skip", "nudge", "kick", "make_host", "end_game"))
        others = rules.waiting_for(self.state) if name == "skip" else ()
        self.make(self.state["host"], name, {"player": self.one_of(others) if others else self.anybody()})

    def dropping(self):
        """The host drops a card that they see, or the server removes any card."""
        state = self.state
        kind = self.one_of(("black", "white", "white"))
        if self.below(2) and "snapshot_id" in state:
            cards = self.deck.black if kind == "black" else self.deck.white
            self.make(None, "remove_card", {"kind": kind, "card": self.below(len(cards))})
            return
        wanted = {"kind": kind, "round": state["round"]}
        places = [(place, play) for place, play in enumerate(state.get("laid_plays", ())) if play["revealed"]]
        hand = state["players"].get(state["host"], {}).get("hand")
        if kind == "white" and places and self.below(2):
            wanted["play"] = "%d" % self.one_of(places)[0]
        elif kind == "white" and hand:
            wanted["card"] = self.one_of(hand)
        try:
            wanted["mark"] = "%d" % rules.find_card(state, state["host"], wanted)[1]
        except rules.InvalidMoveError:
            pass
        self.make(state["host"], "drop_card", wanted)

    def time_passes(self):
        self.now += self.one_of(PAUSES) * 1000
        self.make(self.one_of((None, self.anybody())), "expire", {})

    def junk(self):
        name = self.one_of(NAMES_OF_MOVES)
        args = {argument: self.one_of(JUNK) for argument in ARGUMENTS if self.below(2)}
        if name == "choose_decks":
            args["summaries"] = None  # a list is the server's own and never junk
        self.make(self.one_of((None, "99", self.state["host"], self.anybody())), name, args)

    # ---- nobody acts any more

    def falls_silent(self):
        """From here on only time passes: the game must reach a rest by itself, soon, and stay there."""
        timed = all(self.settings["seconds"].values())
        if not timed or self.below(2):
            for number in sorted(self.state["players"], key=int):
                self.make(number, "disconnect", {})
        start, claims = (self.state["game"], self.state["round"]), 0
        for _ in range(5):
            if self.at_rest() or (self.state["game"], self.state["round"]) > start:
                break
            self.claim_later()
        else:
            raise AssertionError("five claims went by and the round is not over")
        while self.claim_later() is not None:
            claims += 1
            assert claims < 60, "an empty room goes round in circles"
        assert self.at_rest(), "the game hangs in %s" % self.state["phase"]

    def claim_later(self):
        self.now += 301000
        return self.make(None, "expire", {})

    def at_rest(self):
        state = self.state
        if state["phase"] == "round_over" and "deadline" not in state:
            return state.get("paused") or not state["settings"]["seconds"]["round_over"]
        return state["phase"] in ("lobby", "game_over")

    def everybody_returns(self):
        """And whoever comes back finds a game that can be played on."""
        for number in sorted(self.state["players"], key=int):
            self.make(number, "connect", {})
        here = [player for player in self.state["players"].values() if player["presence"] == "here"]
        assert bool(self.state.get("paused")) <= (
            len(here) < 3), "enough are back and the game is still paused"
        if here and len(here) >= 3 and self.state["phase"] == "round_over":
            before = self.state["round"]
            self.make(self.state["host"], "next_round", {})
            assert self.state["round"] == before + 1 or self.state["phase"] == "game_over"


STEPS = ([RandomGame.sensible] * 22 + [RandomGame.time_passes] * 3 + [RandomGame.come_or_go] * 4
         + [RandomGame.return_of] * 2 + [RandomGame.newcomer] + [RandomGame.change_of_mind] * 2
         + [RandomGame.hosting] * 2 + [RandomGame.junk] * 2 + [RandomGame.dropping] * 2)
NAMES_OF_MOVES = sorted({name for phase in MOVES for name in MOVES[phase]} | {"no_such_move"})


def play_one(seed):
    """One whole game; raises AssertionError (or whatever the rules raise) with the seed in front."""
    try:
        game = RandomGame(seed)
        game.run(10 + game.below(30))
        game.falls_silent()
        game.everybody_returns()
        return game
    except Exception as problem:
        raise AssertionError("random_games.play_one(%d): %s: %s" % (seed, type(problem).__name__, problem))
