"""Who may say something at the table, and whom the host mutes."""
from __future__ import unicode_literals

from unittest import TestCase

from game import rules
from game.rules import presets
from tests.rules.tables import a_round, number_of


def why_not(game, who, kind):
    """The code of what keeps somebody from saying this, or ""."""
    try:
        rules.require_allowed(game.state, number_of(who) if who else None, kind)
    except rules.InvalidMoveError as refusal:
        return refusal.code
    return ""


class Allowed(TestCase):
    def test_the_option_says_what_may_be_said(self):
        for value, codes in (("off", ["", "talk_off", "talk_off"]), ("phrases", ["", "", "talk_off"]),
                             ("chat", ["", "", ""])):
            game = a_round(talk=value)
            self.assertEqual([why_not(game, "ann", kind) for kind in ("react", "phrase", "say")], codes)

    def test_spectators_only_react(self):
        game = a_round(talk="chat")
        self.assertEqual([why_not(game, None, kind) for kind in ("react", "phrase", "say")],
                         ["", "not_seated", "not_seated"])

    def test_who_has_left_only_reacts(self):
        game = a_round(talk="chat")
        game.act("bob", "leave")
        self.assertEqual([why_not(game, "bob", kind) for kind in ("react", "say")], ["", "not_seated"])

    def test_a_family_table_has_phrases_and_no_chat(self):
        family, = [preset for preset in presets.PRESETS if preset.name == "Family"]
        self.assertEqual(presets.settings_of(family)["talk"], "phrases")


class Muting(TestCase):
    def test_nobody_hears_whom_the_host_has_muted(self):
        game = a_round(talk="chat")
        self.assertEqual(game.act("ann", "mute", player="2"), [])
        self.assertEqual([why_not(game, "bob", kind) for kind in ("react", "phrase", "say")], ["muted"] * 3)
        self.assertEqual(why_not(game, "cat", "say"), "")

    def test_only_the_muted_and_the_host_know(self):
        game = a_round()
        game.act("ann", "mute", player="2")
        self.assertIs(game.seat("bob")["muted"], True)
        self.assertEqual(game.seat("ann")["muted_players"], ["2"])
        self.assertFalse({"muted", "muted_players"} & set(game.seat("cat")))
        self.assertNotIn("muted", game.table())

    def test_a_cohost_mutes_too_but_not_the_host(self):
        game = a_round()
        game.act("ann", "make_cohost", player="2")
        game.act("bob", "mute", player="3")
        self.assertEqual(game.seat("bob")["muted_players"], ["3"])
        self.assertEqual(game.why_not("bob", "mute", player="1"), "host_stays")

    def test_it_can_be_undone(self):
        game = a_round()
        game.act("ann", "mute", player="2")
        game.act("ann", "mute", player="3")
        game.act("ann", "unmute", player="2")
        self.assertEqual(game.state["muted"], ["3"])
        game.act("ann", "unmute", player="3")
        self.assertNotIn("muted", game.state)

    def test_it_lasts_as_long_as_the_room(self):
        game = a_round(talk="chat")
        game.act("ann", "mute", player="2")
        game.act("ann", "end_game")
        game.act("ann", "rematch")
        self.assertEqual(why_not(game, "bob", "say"), "muted")

    def test_only_the_host_and_only_somebody_else(self):
        game = a_round()
        self.assertEqual(game.why_not("bob", "mute", player="3"), "not_host")
        for player in ("1", "9", None, ["2"]):
            self.assertEqual(game.why_not("ann", "mute", player=player), "unknown_player")
