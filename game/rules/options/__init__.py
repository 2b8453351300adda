"""The rules of the house: a module for each, with its options and hooks (registry.py)."""
from __future__ import unicode_literals

from game.rules import registry

from . import bots, evening, finale, limits, talk, timing, titles
from .answers import discard, draw_for_two, late_answers, swap_hand, wager, write_in
from .host import cohosts, door, host_tools, host_vote, stand_ins
from .judging import (
    big_crowd,
    crowd_favourite,
    deciding,
    judge_chooses,
    next_judge,
    prediction,
)

registry.use((
    stand_ins, bots, host_vote, cohosts, door, host_tools, limits, deciding,
    big_crowd, next_judge, finale, judge_chooses, timing, late_answers, draw_for_two,
    discard, swap_hand, write_in, wager, crowd_favourite, prediction, titles, evening, talk))
