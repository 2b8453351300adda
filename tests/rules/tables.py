"""Tables to play at in tests: a few lines deal a game, and moves read like table talk.

Uses nothing but the rules: no database, no clock (`game.wait`), no chance but a seed.
"""
from __future__ import unicode_literals

import json
import random

from game import rules
from game.rules.phases import is_running

NAMES = ("ann", "bob", "cat", "dan", "eve", "fay", "gus", "hal", "ida", "jan", "kim", "lea", "max", "nia",
         "oli", "pam")
TEN_O_CLOCK = 1767225600000
# Where a test does not ask for more, nothing comes to the help of who is late.
PLAIN = {"timing": "fixed", "late_answers": "nothing", "judge_gone": "void"}


def text_of(document):
    """The same bytes for the same document, on every Python."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"))


def a_deck(white=400, black=30, pick=1, draw=None):
    """A frozen deck whose card texts are all different; `draw` is the usual one for `pick` unless given."""
    draw = (pick - 1 if pick > 2 else 0) if draw is None else draw
    return rules.Deck(
        "deck", [rules.BlackCard("question %d: _" % number, pick, draw) for number in range(black)],
        ["answer %d." % number for number in range(white)])


def a_game(players=4, deck=None, seed=1, **settings):
    """A lobby with Ann (the host), Bob, Cat... all here and decks chosen;
    `settings` as in change_settings.
    """
    return Game(players, deck or a_deck(), seed, settings)


def a_round(players=4, judge="ann", pick=1, deck=None, **settings):
    """A game whose first round has begun, with this judge and a black card that takes so many answers."""
    game = a_game(players, deck or a_deck(pick=pick), **settings)
    game.deal(judge=judge)
    return game


class Game(object):
    """A room with its deck, clock and luck. People are called by name; `state` is the rules' own data."""

    def __init__(self, players, deck, seed, settings):
        self.deck, self.now, self.rng, self.log = deck, TEN_O_CLOCK, random.Random(seed), []
        self.state = rules.new_state("Ann", self.now)
        self.connect("ann")
        for name in NAMES[1:players]:
            self.sit_down(name)
        self.act("ann", "choose_decks", summaries=[{"id": 3, "name": "Test", "black": len(deck.black),
                                                    "white": len(deck.white)}])
        self.act("ann", "change_settings", settings=dict(PLAIN, **settings))

    # ---- moves

    def act(self, who, move, **args):
        """Make a move on a copy that then becomes the state.

        Returns the log entries; InvalidMoveError passes through.
        """
        return self.act_as(number_of(who), move, **args)

    def act_as(self, number, move, **args):
        """The same for a player number: people beyond the sixteenth have no name here."""
        state = rules.fork(self.state)
        entries = rules.apply_move(state, number, move, args, self.now, self.rng, self.deck)
        self.state = state
        self.log += entries
        return entries

    def refusal(self, who, move, **args):
        """The InvalidMoveError that a move must meet; the move is made on the state itself,
        which must stay as it is.
        """
        before = text_of(self.state)
        try:
            rules.apply_move(self.state, number_of(who), move, args, self.now, self.rng, self.deck)
        except rules.InvalidMoveError as refusal:
            assert text_of(self.state) == before, "%s was refused but changed the state" % move
            return refusal
        raise AssertionError("%s was not refused" % move)

    def why_not(self, who, move, **args):
        """The code of the refusal."""
        return self.refusal(who, move, **args).code

    def sit_down(self, who):
        """Join and open a socket."""
        return self.join(who) + self.connect(who)

    def join(self, who):
        return self.act(who, "join", name=who.title())

    def connect(self, who):
        return self.act(who, "connect")

    def deal(self, judge=None):
        """Start the game; with `judge`, with the luck that makes them the first judge."""
        host = name_of(self.state["host"])
        if judge is None:
            return self.act(host, "start_game")
        lobby, log = self.state, list(self.log)
        for seed in range(1000):
            self.state, self.log, self.rng = lobby, list(log), random.Random(seed)
            entries = self.act(host, "start_game")
            if self.judge == judge:
                return entries
        raise AssertionError("%s never judges first" % judge)

    def play(self, who, *places):
        """Play the cards at these places of the hand; without any, the first ones."""
        return self.act(who, "play_cards", cards=self.cards(who, *places))

    def everybody_plays(self):
        """Whoever has not played yet does; nothing when the phase is over."""
        while self.phase == "playing":
            number = rules.waiting_for(self.state)[0]
            self.act_as(number, "play_cards", cards=self.state["players"][number]["hand"][:self.pick()])

    def reveal_all(self):
        for number, play in enumerate(self.state["laid_plays"]):
            if not play["revealed"]:
                self.act(self.judge, "reveal_play", play="%d" % number)

    def vote(self, who, *authors):
        """Vote for the play of somebody; for three, best first, where they are ranked."""
        return self.act(who, "vote", plays=[self.play_of(author) for author in authors])

    def pick_winner(self, who):
        """The judge picks the play of `who`."""
        return self.act(self.judge, "pick_winner", play=self.play_of(who))

    def play_round(self, winner=None):
        """From playing to round_over; `winner` must have been dealt in, else the first play wins."""
        self.everybody_plays()
        self.reveal_all()
        return self.pick_winner(winner or name_of(self.state["laid_plays"][0]["player"]))

    def next_round(self):
        return self.act(name_of(self.state["host"]), "next_round")

    def rounds(self, count):
        """Play whole rounds, each up to and with the start of the next."""
        for _ in range(count):
            self.play_round()
            self.next_round()

    def wait(self, seconds):
        self.now += int(seconds * 1000)

    def expire(self, after=0, claimed_by=None):
        """`after` seconds, somebody (None: a spectator) says that something is due."""
        self.wait(after)
        return self.act(claimed_by, "expire")

    def fall_asleep(self, *names):
        """They lose the connection and the grace passes."""
        for name in names:
            self.act(name, "disconnect")
        return self.expire(after=21)

    # ---- what lies on the table

    @property
    def phase(self):
        return self.state["phase"]

    @property
    def judge(self):
        return name_of(self.state["judge"])

    @property
    def host(self):
        return name_of(self.state["host"])

    @property
    def waited_for(self):
        return [name_of(number) for number in rules.waiting_for(self.state)]

    @property
    def members(self):
        return [name_of(number) for number in self.state["round_players"]]

    def person(self, who):
        return self.state["players"][number_of(who)]

    def hand(self, who):
        return self.person(who)["hand"]

    def score(self, who):
        return self.person(who)["score"]

    def hand_sizes(self):
        return [len(self.hand(name_of(number))) for number in sorted(self.state["players"], key=int)]

    def pick(self):
        return rules.black_card(self.state, self.deck).pick

    def cards(self, who, *places):
        return [self.hand(who)[place] for place in (places or range(self.pick()))]

    def play_of(self, who):
        """The number, as text, under which the play of `who` lies on the table."""
        return "%d" % [play["player"] for play in self.state["laid_plays"]].index(number_of(who))

    def table(self):
        return rules.table_view(self.state, "TEST", self.deck if is_running(self.state) else None)

    def seat(self, who):
        return self.seat_of(number_of(who))

    def seat_of(self, number):
        return rules.seat_document(rules.seat_facts(self.state, self.deck)[number], self.deck)


def number_of(name):
    """"1" for ann, "2" for bob...; None stays None: a spectator."""
    return name and "%d" % (NAMES.index(name) + 1)


def name_of(number):
    return NAMES[int(number) - 1]


def kinds(entries):
    """The types of log entries, in order."""
    return [entry["type"] for entry in entries]
