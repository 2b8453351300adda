"""The rules of the house: a module for each, with its options and hooks (registry.py)."""
from __future__ import unicode_literals

from game.rules import registry

from . import (
    big_crowd,
    bots,
    cohosts,
    crowd_favourite,
    deciding,
    discard,
    door,
    draw_for_two,
    evening,
    finale,
    host_tools,
    host_vote,
    judge_chooses,
    late_answers,
    limits,
    next_judge,
    prediction,
    stand_ins,
    swap_hand,
    talk,
    timing,
    titles,
    wager,
    write_in,
)

registry.use((
    stand_ins, bots, host_vote, cohosts, door, host_tools, limits, deciding,
    big_crowd, next_judge, finale, judge_chooses, timing, late_answers, draw_for_two,
    discard, swap_hand, write_in, wager, crowd_favourite, prediction, titles, evening, talk))
