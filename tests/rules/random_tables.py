"""A room of a random game: its luck, its deck and settings, and a move with every check.

Only `random()` of the standard generator is used, because the rest of `random` differs between Pythons.
"""
from __future__ import unicode_literals

import json

from game import rules
from game.rules import registry
from game.rules.settings import changed, default_settings

from . import laws


class RandomTable(object):
    """Has `luck`, `rng`, `now`, `record`, `seats`, `phases`, `deck`, `state` and its `text` from RandomGame."""

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
        return [number for number in sorted(players, key=int) if int(number) <= 1000000]

    def anybody(self):
        return "%d" % (1 + self.below(self.seats))

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
