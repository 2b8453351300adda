"""Random games by random people in every phase, checked after every step; the same seed is the same game
everywhere.
"""
from __future__ import unicode_literals

import json
import random

from game import rules

from .random_steps import STEPS, RandomSteps
from .tables import TEN_O_CLOCK

CLAIMS = 9


def is_owned(seed):
    """Whether the first player of this game has an account."""
    return seed % 2 == 1


class RandomGame(RandomSteps):
    """A room where anything may happen. `record` keeps every move, refused ones with their code."""

    def __init__(self, seed):
        self.luck, self.rng = random.Random(seed), random.Random(seed + 1000000007)
        self.now, self.record, self.seats, self.phases = TEN_O_CLOCK, [], 1, set()
        players = 3 + self.below(7)
        self.settings = self.some_settings()
        self.deck = self.new_deck(players)
        self.state = rules.new_state("Player 1", self.now, owned=is_owned(seed))
        self.text = json.dumps(self.state)
        self.make("1", "connect", {})
        bots = 0 if self.below(3) else players - 1 - self.below(3)
        for _ in range(players - 1 - bots):
            self.newcomer()
            self.make("%d" % self.seats, "connect", {})
        for _ in range(bots):
            self.make("1", "add_bot", {"taste": self.one_of(("random", "sharp"))})
        self.make("1", "change_settings", {"settings": self.settings})
        self.make("1", "choose_decks", {"summaries": [{"id": 1, "name": "d", "black": 1, "white": 9}]})
        if self.below(10):
            self.start()

    def run(self, steps):
        for _ in range(steps):
            self.one_of(STEPS)(self)

    def falls_silent(self):
        """From here on only time passes: the game must reach a rest by itself, soon, and stay there."""
        timed = self.is_timed()
        if not timed or self.below(2):
            for number in self.people():
                self.make(number, "disconnect", {})
        start, claims = (self.state["game"], self.state["round"]), 0
        for _ in range(CLAIMS):
            if self.at_rest() or (self.state["game"], self.state["round"]) > start:
                break
            self.claim_later()
        else:
            raise AssertionError("%d claims went by and the round is not over" % CLAIMS)
        while self.claim_later() is not None:
            claims += 1
            assert claims < 60, "an empty room goes round in circles"
        assert self.at_rest(), "the game hangs in %s" % self.state["phase"]

    def claim_later(self):
        self.now += 1000000
        return self.make(None, "expire", {})

    def at_rest(self):
        state = self.state
        if state["phase"] == "round_over" and "deadline" not in state:
            return state.get("paused") or not self.is_timed()
        return state["phase"] in ("lobby", "game_over")

    def is_timed(self):
        """Whether every phase ends by itself."""
        settings = self.state["settings"]
        fixed = settings["timing"] != "fixed" or all(settings["seconds"].values())
        return settings["timing"] != "off" and fixed and "clock_stopped" not in self.state

    def everybody_returns(self):
        """And whoever comes back finds a game that can be played on."""
        for number in self.people():
            self.make(number, "connect", {})
        here = [player for player in self.state["players"].values() if player["presence"] == "here"]
        if all("bot" in player for player in here):
            here = []
        assert bool(self.state.get("paused")) <= (
            len(here) < 3), "enough are back and the game is still paused"
        if here and len(here) >= 3 and self.state["phase"] == "round_over":
            before = self.state["round"]
            self.make(self.state["host"], "next_round", {})
            assert self.state["round"] == before + 1 or self.state["phase"] == "game_over"


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
