"""The same laws where Hypothesis chooses the steps, and shrinks what breaks them. Needs a current Python."""
from __future__ import unicode_literals

import pytest

hypothesis = pytest.importorskip("hypothesis")

from hypothesis import HealthCheck, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule  # noqa: E402

from .random_games import RandomGame  # noqa: E402
from .random_steps import JUNK, NAMES_OF_MOVES  # noqa: E402

NUMBERS = st.integers(1, 12).map(str)


class Table(RuleBasedStateMachine):
    """Anybody does anything; RandomGame checks the laws after every step."""

    @initialize(seed=st.integers(0, 2 ** 32))
    def sit_down(self, seed):
        self.game = RandomGame(seed)

    @rule()
    def somebody_plays_on(self):
        self.game.sensible()

    @rule(number=NUMBERS, name=st.sampled_from(
        ("connect", "disconnect", "here", "leave", "take_back", "nudge")))
    def somebody_comes_or_goes(self, number, name):
        self.game.make(number, name, {})

    @rule(number=NUMBERS)
    def somebody_joins(self, number):
        self.game.make(number, "join", {"name": "Player " + number})

    @rule(other=NUMBERS, name=st.sampled_from(("skip", "kick", "make_host", "end_game")))
    def the_host_decides(self, other, name):
        self.game.make(self.game.state["host"], name, {"player": other})

    @rule()
    def a_bot_comes_or_goes(self):
        self.game.with_bots()

    @rule()
    def a_card_goes(self):
        self.game.dropping()

    @rule(seconds=st.sampled_from((0, 5, 16, 21, 61, 301)))
    def time_passes(self, seconds):
        self.game.now += seconds * 1000
        self.game.make(None, "expire", {})

    @rule(number=NUMBERS, name=st.sampled_from(NAMES_OF_MOVES), junk=st.sampled_from(JUNK))
    def somebody_sends_junk(self, number, name, junk):
        self.game.make(number, name, {"cards": junk, "play": junk, "player": junk, "settings": junk})

    def teardown(self):
        if hasattr(self, "game"):
            self.game.falls_silent()
            self.game.everybody_returns()


TestItStaysLawful = Table.TestCase
TestItStaysLawful.settings = settings(
    max_examples=60, stateful_step_count=40, deadline=None, derandomize=True, database=None,
    suppress_health_check=list(HealthCheck))
