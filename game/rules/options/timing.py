# coding: utf-8
"""How much time each phase gets (clock.py)."""
from __future__ import unicode_literals

from game.rules.phrases import N_
from game.rules.registry import choice, number

_PLAYING = (0, 30, 45, 60, 90, 120, 180, 300)
_OTHERS = (0, 30, 45, 60, 90, 120, 300)
_FIXED = ("timing", "fixed")

OPTIONS = (
    choice("timing", "time", N_("Time"),
           N_("By the table gives each phase what it needs: so much for each answer to write, turn over or "
           "read."),
           "table",
           (("table", N_("By the table")), ("brisk", N_("By the table, "
                                                 "brisk")), ("calm", N_("By the table, no hurry")),
            ("fixed", N_("Fixed seconds")), ("off", N_("No timers"))), live=True),
    number("seconds.playing", "seconds", N_("Time to "
                                            "answer"), N_("Fixed seconds for the answers."), 90, 15, 300,
           zero=N_("No timer"), unit="s", offered=_PLAYING, live=True, only_with=_FIXED),
    number("seconds.revealing", "seconds", N_("Time to turn the cards"),
           N_("Fixed seconds to turn the answers over."), 60, 15, 300,
           zero=N_("No timer"), unit="s", offered=_OTHERS, live=True, only_with=_FIXED),
    number("seconds.judging", "seconds", N_("Time to "
                                            "judge"), N_("Fixed seconds to pick or to vote."), 60, 15, 300,
           zero=N_("No timer"), unit="s", offered=_OTHERS, live=True, only_with=_FIXED),
    number("seconds.round_over", "seconds", N_("Pause between rounds"),
           N_("Fixed seconds before the next round."), 8, 3, 60,
           zero=N_("Until “continue”"), unit="s", offered=(0, 3, 6, 8, 10, 15, 30), live=True,
           only_with=_FIXED),
)
