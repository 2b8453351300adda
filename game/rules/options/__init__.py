"""The rules of the house: a module for each, with its options and hooks (registry.py)."""
from __future__ import unicode_literals

from game.rules import registry

from . import bots, deciding, draw_for_two, finale, judge_chooses, late_answers, limits, next_judge, timing

registry.use((bots, limits, deciding, next_judge, judge_chooses, timing, late_answers, draw_for_two, finale))
