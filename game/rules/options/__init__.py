"""The rules of the house: a module for each, with its options and hooks (registry.py)."""
from __future__ import unicode_literals

from game.rules import registry

from . import (
    big_crowd,
    bots,
    crowd_favourite,
    deciding,
    discard,
    draw_for_two,
    evening,
    finale,
    judge_chooses,
    late_answers,
    limits,
    next_judge,
    prediction,
    swap_hand,
    timing,
    titles,
    wager,
    write_in,
)

registry.use((
    bots, limits, deciding, big_crowd, next_judge, judge_chooses, timing, late_answers, draw_for_two, discard,
    swap_hand, write_in, wager, finale, crowd_favourite, prediction, titles,
    evening))
