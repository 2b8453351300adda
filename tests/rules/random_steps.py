"""What people at a random table do, sensible or not; STEPS has how often each comes."""
from __future__ import unicode_literals

from game import rules
from game.rules import registry
from game.rules.deciders.choices import choices, is_heat
from game.rules.deciders.verdicts import places_to_give
from game.rules.engine import MOVES
from game.rules.stored.schema import DECIDING

from .random_tables import RandomTable

MOST_SEATS = 12
JUNK = (0, 1, -1, 10 ** 30, 0.5, True, "", "0", "1", "99", "nobody", [], [0], [0, 0], [[0]], {},
        {"a": 1}, None)
ARGUMENTS = ("cards", "play", "player", "settings", "summaries", "kind", "card", "round", "place", "mark",
             "name")
WRITTEN = ("Why?", "_ is _.", "___ and\n_, but _", "_ _ _ _", " ")
PAUSES = (0, 1, 4, 9, 16, 21, 21, 61, 91, 301)


class RandomSteps(RandomTable):
    """One method for each step; see STEPS."""

    def start(self):
        """What this room has dropped before stays out; the marks of these decks are the cards' numbers."""
        dropped = self.state.get("dropped_fingerprints", {})
        out = {kind: [int(mark) for mark in marks] for kind, marks in dropped.items()}
        return self.make(self.state["host"], "start_game", {"removed": out})

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
        name = self.one_of(("connect", "connect", "connect", "disconnect", "here", "leave", "watch", "change_name",
                            "change_look"))
        args = {"change_name": {"name": "Somebody"},
                "change_look": {"face": 1 + self.below(24), "colour": 1 + self.below(12)}}
        self.make(self.anybody(), name, args.get(name, {}))

    def hosting(self):
        name = self.one_of(("skip", "skip", "nudge", "kick", "make_host", "end_game",
                            "stop_clock", "start_clock", "add_time", "mute", "mute", "unmute"))
        if "clock_stopped" in self.state and self.below(2):
            name = "start_clock"
        others = rules.waiting_for(self.state) if name == "skip" else ()
        self.make(self.state["host"], name, {"player": self.one_of(others) if others else self.anybody()})

    def panel(self):
        """Whoever hosts helps the table on, or names somebody who may."""
        state, host = self.state, self.one_of([self.state["host"]] + self.state.get("cohosts", []))
        name = self.one_of(("play_for", "play_for", "bot_takes", "bot_takes", "replace_judge", "make_cohost",
                            "make_cohost", "drop_cohost"))
        others = {"drop_cohost": state.get("cohosts"), "make_cohost": self.people()}.get(
            name, rules.waiting_for(state))
        args = {"player": self.one_of(others or [self.anybody()])}
        self.make(host, name, {} if name == "replace_judge" and self.below(2) else args)

    def voting_for_a_host(self):
        """Some of the people want somebody else, now and then enough of them."""
        wanted = self.anybody()
        for number in self.people()[:self.below(8)]:
            self.make(number, "vote_host", {"player": wanted})

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


# What these moves, which nobody is waited for to make, take.
HOUSE_RULES = {"discard": lambda game, number: {"card": game.a_card(number)},
               "swap_hand": lambda game, number: {},
               "write_white": lambda game, number: {"text": game.one_of(WRITTEN)},
               "wager": lambda game, number: game.two_answers(number),
               "predict": lambda game, number: {"play": game.an_open_play()},
               "like": lambda game, number: {"play": game.an_open_play()},
               "unlike": lambda game, number: {"play": game.an_open_play()}}
ALTERNATIVES = {"like": ("like", "like", "unlike")}
STEPS = ([RandomSteps.sensible] * 22 + [RandomSteps.time_passes] * 3 + [RandomSteps.come_or_go] * 4
         + [RandomSteps.return_of] * 2 + [RandomSteps.newcomer] + [RandomSteps.change_of_mind] * 2
         + [RandomSteps.hosting] * 2 + [RandomSteps.panel] * 2 + [RandomSteps.voting_for_a_host] + [RandomSteps.with_bots] + [RandomSteps.junk] * 4
         + [RandomSteps.dropping] * 2 + [RandomSteps.house_rule] * 6 + [RandomSteps.adding])
NAMES_OF_MOVES = sorted({name for phase in MOVES for name in MOVES[phase]} | {"no_such_move"})
