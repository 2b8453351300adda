# coding: utf-8
"""Ready-made settings, one tap each: what they change of the usual ones.

Whoever adds a rule looks here for the presets that want it. What a preset does not name is as in a new room.
"""
from __future__ import unicode_literals

from typing import Any, NamedTuple, Text

from game.rules.phrases import N_
from game.rules.shapes import Document

from . import registry
from .settings import changed, default_settings

Preset = NamedTuple("Preset", [("name", Text), ("hint", Text), ("changes", Any)])

PRESETS = (
    Preset(N_("Classic"), N_("The usual game, 7 points"), {}),
    Preset(N_("Quick"), N_("5 points, brisk"), {"score_limit": 5, "timing": "brisk"}),
    Preset(N_("Family"), N_("Small hands, no hurry, three answers score"),
           {"hand_size": 7, "score_limit": 10, "timing": "calm", "top_three": True,
            "talk": "phrases"}),
    Preset(N_("We are talking"), N_("No timers, only “Continue”"), {"timing": "off"}),
    Preset(N_("Two of us"), N_("Two people and a bot, 5 points"),
           {"score_limit": 5, "judge_chooses": 2, "judge_gone": "void"}),
    Preset(N_("Big crowd"), N_("Everybody reads a few, the best go to a final"),
           {"decides": "vote", "big_crowd": 12, "score_limit": 0, "round_limit": 5, "hand_size": 6}),
    Preset(N_("Chaos"), N_("Everything at once"),
           {"judge_chooses": 3, "judge_writes": True, "next_judge": "winner", "top_three": True,
            "draw_for_two": True, "finale": "haiku", "late_answers": "random", "score_limit": 15,
            "timing": "brisk", "discard": True, "swap_hand": "points", "wager": True, "prediction": True,
            "write_in": "game", "crowd_favourite": "bonus", "talk": "chat"}),
)


def settings_of(preset):
    # type: (Preset) -> Document
    """The settings document of a preset: whole, but for who may come in."""
    settings = changed(default_settings(), preset.changes)
    door = [name for name, option in registry.options().items() if option.group == "door"]
    return {name: value for name, value in settings.items() if name not in door}
