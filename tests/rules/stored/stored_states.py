"""States as they were stored by the code of each schema number: states/<number>.json.

`python -m tests.rules.stored.stored_states`
stores those of the present number anew, before a release changes the schema; those of older numbers stay as
they are.

A file is a list of {"now", "deck": {"black", "white"}, "state"}: so few that every key stands in every phase
where it can.
"""
from __future__ import unicode_literals

import io
import json
import os
import random

import six

from game import rules
from game.rules.stored import schema
from tests.rules.random_games import RandomGame
from tests.rules.tables import a_deck, text_of

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "states")
GAMES, STEPS = 300, 60
MOST_MOVES = 160
CHOICE = {"summaries": [{"id": 1, "name": "d", "black": 1, "white": 9}], "doubles": {"black": 0, "white": 2}}


class ResumedGame(RandomGame):
    """A random game that goes on from a stored state."""

    def __init__(self, seed, state, now, deck):
        self.luck, self.rng = random.Random(seed), random.Random(seed + 1)
        self.now, self.record, self.phases = now, [], {state["phase"]}
        self.deck, self.state, self.text = deck, state, json.dumps(state)
        self.seats, self.settings = max(int(number) for number in self.people()), state["settings"]

    def play_to_the_end(self):
        """Everybody comes, and then does what is waited for; the host ends a game without limits.

        Whether it is over.
        """
        for number in self.people():
            self.make(number, "join", {"name": "Player " + number})
            self.make(number, "connect", {})
        if not rules.people_seated(self.state):  # their cards are dealt to bots: nobody can come back
            return True
        if self.state["phase"] == "lobby":  # where nobody promised that there are enough people and cards
            self.deck = a_deck()
            self.make(self.state["host"], "change_settings", {"settings": {"door": "open"}})
            for _ in range(rules.FEWEST_PLAYERS):
                self.newcomer()
        for _ in range(MOST_MOVES):
            if self.state["phase"] == "game_over":
                return True
            self.sensible()
        return self.state["phase"] == "game_over" or self.make(self.state["host"], "end_game", {}) is not None


def load(number):
    """[(now, Deck, state)] as the code of this schema number stored them."""
    with io.open(os.path.join(FOLDER, "%d.json" % number), encoding="utf-8") as stream:
        return [(example["now"], deck_of(example["deck"]), example["state"]) for example in json.load(stream)]


def deck_of(document):
    """The frozen deck of an example."""
    return rules.Deck("deck", [rules.BlackCard(*card) for card in document["black"]],
                      ["answer %d." % number for number in range(document["white"])])


def examples():
    """Games are played until nothing new is seen; the states that show it, as documents."""
    seen, found = set(), []
    for seed in range(GAMES):
        game = RandomGame(seed)
        game.make(game.state["host"], "choose_decks", CHOICE)
        for _ in range(STEPS):
            game.run(1)
            for player in game.state["players"].values():
                player["recent_move_ids"] = [
                    "k3-%d" % len(game.record)]  # as game/moves/batches.py remembers moves
            game.state["changed_at"] = game.now
            game.text = json.dumps(game.state)
            new = features(game.state) - seen
            if new:
                seen |= new
                found.append({"now": game.now, "state": json.loads(game.text), "deck": {
                    "black": [list(card) for card in game.deck.black], "white": len(game.deck.white)}})
    return fewest(found)


def fewest(found):
    """Those of the examples that show something which no later one shows."""
    kept, seen = [], set()
    for example in sorted(found, key=lambda example: -len(features(example["state"]))):
        if features(example["state"]) - seen:
            seen |= features(example["state"])
            kept.append(example)
    return kept


def features(state):
    """What a state shows of the schema: which keys stand in which phase, and those of its players."""
    phase = state["phase"]
    shown = {(phase, name) for name in state}
    shown |= {(phase, "player", name) for player in state["players"].values() for name in player}
    return shown | {(phase, "presence", player["presence"]) for player in state["players"].values()}


if __name__ == "__main__":
    path = os.path.join(FOLDER, "%d.json" % schema.SCHEMA)
    with io.open(path, "w", encoding="utf-8") as stream:
        stream.write(six.ensure_text("[\n%s\n]\n" % ",\n".join(text_of(example) for example in examples())))
