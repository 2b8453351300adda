"""Random games by random people in every phase, checked after every step; the same seed is the same game
everywhere.

Only `random()` of the standard generator is used, because the rest of `random` differs between Pythons.
"""
from __future__ import unicode_literals

import json
import random

from game import rules
from game.rules import registry
from game.rules.deciders.choices import choices, is_heat
from game.rules.deciders.verdicts import places_to_give
from game.rules.engine import MOVES
from game.rules.settings import changed, default_settings
from game.rules.stored.schema import DECIDING

from . import laws
from .tables import TEN_O_CLOCK

MOST_SEATS = 12
JUNK = (0, 1, -1, 10 ** 30, 0.5, True, "", "0", "1", "99", "nobody", [], [0], [0, 0], [[0]], {},
        {"a": 1}, None)
ARGUMENTS = ("cards", "play", "player", "settings", "summaries", "kind", "card", "round", "place", "mark",
             "name")
WRITTEN = ("Why?", "_ is _.", "___ and\n_, but _", "_ _ _ _", " ")
CLAIMS = 9
PAUSES = (0, 1, 4, 9, 16, 21, 21, 61, 91, 301)


def is_owned(seed):
    """Whether the first player of this game has an account."""
    return seed % 2 == 1


class RandomGame(object):
    """A room where anything may happen. `record` keeps every move, refused ones with their code."""

    adds_decks = True

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
        rates = [self.below(5) for _ in range(whites)] if self.below(2) else ()
        return rules.Deck("deck", blacks, ["answer %d." % number for number in range(whites)], rates)

    # ---- luck

    def below(self, number):
        return int(self.luck.random() * number)

    def one_of(self, things):
        return things[self.below(len(things))]

    def some_settings(self):
        """Any combination of the options of all rules that is allowed; short games and small hands.

        One table in three has many rules.
        """
        wanted = self.one_of((1, 1, 2))
        drawn = {option.name: self.some_value(option) for option in registry.options().values()
                 if self.below(3) < wanted}
        drawn.update({"hand_size": self.one_of((3, 3, 4, 5, 10)), "score_limit": self.below(4),
                      "round_limit": self.below(5)})
        settings = {name: value for name, value in drawn.items() if not name.startswith("seconds.")}
        settings["seconds"] = {"playing": self.seconds(), "revealing": self.seconds(), "judging": self.seconds(),
                               "round_over": self.one_of((0, 3, 8, 8))}
        settings.setdefault("timing", self.one_of(("table", "fixed")))
        try:
            changed(default_settings(), settings)
        except rules.InvalidMoveError as refusal:
            assert refusal.code == "conflict", refusal.code
            return self.some_settings()
        return settings

    def some_value(self, option):
        if option.kind == "switch":
            return not option.default
        if option.kind == "choice":
            return self.one_of(option.values)[0]
        return option.low + self.below(min(option.high - option.low, 5) + 1)

    def seconds(self):
        return self.one_of((0, 15, 60, 90))

    def people(self):
        players = self.state["players"]
        return [number for number in sorted(players, key=int) if "bot" not in players[number]]

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
        if len(self.record) % 5 == 0:  # it takes as long as all others together
            laws.check_known_seats(before, state, self.deck)
        return entries

    def sensible(self):
        """What somebody who is waited for would do."""
        state, waited_for = self.state, self.people_waited_for()
        host, phase = state["host"], state["phase"]
        if phase in DECIDING and not waited_for:
            self.bots_act()
            return
        if phase == "playing":
            self.answer(self.one_of(waited_for))
        elif phase == "choosing":
            self.choose_black()
        elif phase == "revealing":
            hidden = [number for number, play in enumerate(state["laid_plays"]) if not play["revealed"]]
            number = state["judge"] if self.below(8) else self.anybody()  # now and then, whose turn it is not
            self.make(number, "reveal_play", {"play": "%d" % self.one_of(hidden)})
        elif phase == "judging":
            number = self.one_of(waited_for)
            self.make(number, rules.moves_that_make_sense(state, number)[0], {"plays": self.best_plays(number)})
        elif phase == "lobby":
            self.start()
        else:
            self.make(host, {"round_over": "next_round", "game_over": "rematch"}[phase], {})

    def answer(self, number):
        """Who may play two answers for a point often does: few tables come that far."""
        if "wager" in rules.moves_that_make_sense(self.state, number) and self.below(8):
            self.make(number, "wager", self.two_answers(number))
        else:
            self.make(number, "play_cards", {"cards": self.some_cards(number)})

    def people_waited_for(self):
        people = self.people()
        return [number for number in rules.waiting_for(self.state) if number in people]

    def bots_act(self):
        """The moment of the first bot comes."""
        self.now = max(self.now, min(self.state["bots_act_at"].values()))
        self.make(self.one_of((None, self.anybody())), "expire", {})

    def with_bots(self):
        """The host adds a bot or removes one."""
        bots = sorted(set(self.state["players"]).difference(self.people()))
        if bots and self.below(2):
            self.make(self.state["host"], "remove_bot", {"player": self.one_of(bots)})
        else:
            self.make(self.state["host"], "add_bot", {"taste": self.one_of(("random", "sharp"))})

    def choose_black(self):
        offered, judge = self.state["offered_black"], self.state["judge"]
        if offered and self.below(3):
            self.make(judge, "choose_black", {"choice": self.below(len(offered))})
        else:
            self.make(judge, "write_black", {"text": self.one_of(WRITTEN)})

    def best_plays(self, number):
        """As many plays of others as a judge or a voter has to choose."""
        plays = choices(self.state, number)
        first = self.below(len(plays))
        wanted = 1 if is_heat(self.state) else places_to_give(self.state, len(plays))
        return (plays[first:] + plays[:first])[:wanted]

    def some_cards(self, number):
        hand = self.state["players"][number]["hand"]
        first, pick = self.below(len(hand)), rules.black_card(self.state, self.deck).pick
        written = [card for hook in registry.hooks("own_cards") for card in hook(self.state, number)]
        return (written[:self.below(3)] + hand[first:] + hand[:first])[:pick]

    def two_answers(self, number):
        first, hand = self.some_cards(number), self.state["players"][number]["hand"]
        return {"cards": first, "second": [card for card in hand if card not in first][:len(first)]}

    def change_of_mind(self):
        number = self.anybody()
        if self.state["phase"] != "playing" or number not in self.state["chosen_cards"] or self.below(2):
            self.make(number, "take_back", {})
        else:
            self.make(number, "play_cards", {"cards": self.some_cards(number)})

    def house_rule(self):
        """Somebody makes a move that only a rule of the house offers them."""
        number = self.anybody()
        if self.state["players"].get(number, {}).get("presence", "left") != "left":
            offered = [name for name in rules.moves_that_make_sense(self.state, number) if name in HOUSE_RULES]
            if offered:
                name = self.one_of(offered)
                name = self.one_of(ALTERNATIVES.get(name, (name,)))
                self.make(number, name, HOUSE_RULES[name](self, number))
                if name == "write_white" and self.below(3):
                    self.approval()

    def an_open_play(self):
        plays = ["%d" % place for place, play in enumerate(self.state["laid_plays"]) if play["revealed"]]
        return self.one_of(plays or [None])

    def approval(self):
        """The host reads a card that waits, if one does."""
        waiting = [int(number) for number, card in sorted(self.state.get("written_whites", {}).items())
                   if "waiting" in card]
        if waiting:
            self.make(self.state["host"], "approve_card", {"card": waiting[0], "ok": self.below(3) > 0})

    def a_card(self, number):
        return self.one_of(self.state["players"][number]["hand"])

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
        name = self.one_of(("connect", "connect", "connect", "disconnect", "here", "leave", "change_name",
                            "change_look"))
        args = {"change_name": {"name": "Somebody"},
                "change_look": {"face": 1 + self.below(24), "colour": 1 + self.below(12)}}
        self.make(self.anybody(), name, args.get(name, {}))

    def hosting(self):
        name = self.one_of(("skip", "skip", "nudge", "kick", "make_host", "end_game",
                            "stop_clock", "start_clock", "add_time"))
        if "clock_stopped" in self.state and self.below(2):
            name = "start_clock"
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

    def adding(self):
        """The host adds a deck, in the lobby or in mid-game: the cards that are there keep their places."""
        if not self.adds_decks:
            return
        before, decks = self.deck, self.state["decks"]
        blacks, whites = len(before.black), len(before.white)
        self.deck = rules.Deck("deck of %d" % (len(decks) + 1), before.black + [
            rules.BlackCard("question %d" % (blacks + number), 1, 0) for number in range(self.one_of((0, 1, 4)))],
            before.white + ["answer %d." % (whites + number) for number in range(self.one_of((0, 2, 9)))])
        added = self.make(self.state["host"], "choose_decks", {
            "summaries": decks + [{"id": len(decks) + 1, "name": "d", "black": 4, "white": 9}],
            "extends": self.state.get("snapshot_id")})
        if added is None:
            self.deck = before

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


# What these moves, which nobody is waited for to make, take.
HOUSE_RULES = {"discard": lambda game, number: {"card": game.a_card(number)},
               "swap_hand": lambda game, number: {},
               "write_white": lambda game, number: {"text": game.one_of(WRITTEN)},
               "wager": lambda game, number: game.two_answers(number),
               "predict": lambda game, number: {"play": game.an_open_play()},
               "like": lambda game, number: {"play": game.an_open_play()},
               "unlike": lambda game, number: {"play": game.an_open_play()}}
ALTERNATIVES = {"like": ("like", "like", "unlike")}
STEPS = ([RandomGame.sensible] * 22 + [RandomGame.time_passes] * 3 + [RandomGame.come_or_go] * 4
         + [RandomGame.return_of] * 2 + [RandomGame.newcomer] + [RandomGame.change_of_mind] * 2
         + [RandomGame.hosting] * 2 + [RandomGame.with_bots] + [RandomGame.junk] * 4
         + [RandomGame.dropping] * 2 + [RandomGame.house_rule] * 6 + [RandomGame.adding])
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
