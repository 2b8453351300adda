"""Ready-made settings, one tap each: what they change of the usual ones.

Whoever adds a rule looks here for the presets that want it. What a preset does not name is as in a new room.
"""
from __future__ import unicode_literals

from typing import Any, NamedTuple, Text

from game.rules.shapes import Document

from . import registry
from .settings import changed, default_settings

Preset = NamedTuple("Preset", [("name", Text), ("hint", Text), ("changes", Any)])

PRESETS = (
    Preset("Classic", "The usual game, 7 points", {}),
    Preset("Quick", "5 points, brisk", {"score_limit": 5, "timing": "brisk"}),
    Preset("Family", "Small hands, no hurry, three answers score",
           {"hand_size": 7, "score_limit": 10, "timing": "calm", "top_three": True,
            "talk": "phrases"}),
    Preset("We are talking", "No timers, only \u201CContinue\u201D", {"timing": "off"}),
    Preset("Two of us", "Two people and a bot, 5 points",
           {"score_limit": 5, "judge_chooses": 2, "judge_gone": "void"}),
    Preset("Big crowd", "Everybody reads a few, the best go to a final",
           {"decides": "vote", "big_crowd": 12, "score_limit": 0, "round_limit": 5, "hand_size": 6}),
    Preset("Chaos", "Everything at once",
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
