"""How much time each phase gets (clock.py)."""
from __future__ import unicode_literals

from game.rules.registry import choice, number

_PLAYING = (0, 30, 45, 60, 90, 120, 180, 300)
_OTHERS = (0, 30, 45, 60, 90, 120, 300)
_FIXED = ("timing", "fixed")

OPTIONS = (
    choice("timing", "time", "Time",
           "By the table gives each phase what it needs: so much for each answer to write, turn over or "
           "read.",
           "table",
           (("table", "By the table"), ("brisk", "By the table, brisk"), ("calm", "By the table, no hurry"),
            ("fixed", "Fixed seconds"), ("off", "No timers")), live=True),
    number("seconds.playing", "seconds", "Time to answer", "Fixed seconds for the answers.", 90, 15, 300,
           zero="No timer", unit="s", offered=_PLAYING, live=True, only_with=_FIXED),
    number("seconds.revealing", "seconds", "Time to turn the cards",
           "Fixed seconds to turn the answers over.", 60, 15, 300,
           zero="No timer", unit="s", offered=_OTHERS, live=True, only_with=_FIXED),
    number("seconds.judging", "seconds", "Time to judge", "Fixed seconds to pick or to vote.", 60, 15, 300,
           zero="No timer", unit="s", offered=_OTHERS, live=True, only_with=_FIXED),
    number("seconds.round_over", "seconds", "Pause between rounds",
           "Fixed seconds before the next round.", 8, 3, 60,
           zero="Until \u201Ccontinue\u201D", unit="s", offered=(0, 3, 6, 8, 10, 15, 30), live=True,
           only_with=_FIXED),
)
