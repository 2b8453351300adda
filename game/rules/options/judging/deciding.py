"""Who decides a round: a judge or everybody, for one answer or for three."""
from __future__ import unicode_literals

from game.rules.phrases import N_
from game.rules.registry import choice, switch

OPTIONS = (
    choice("decides", "deciding", N_("Who decides"),
           N_("The judge picks the winner, or everybody votes: for any answer but their own, all answers "
              "opened together, and ties share."),
           "judge", (("judge", N_("A judge")), ("vote", N_("Everybody votes")))),
    switch("top_three", "deciding", N_("Top three"),
           N_("The best three answers are ranked and get 3, 2 and 1 points.")),
    choice("judge_gone", "deciding", N_("When the judge is gone"),
           N_("When the judge leaves or lets the time run out, the others decide by a vote of 20 seconds; or "
           "nobody gets the point."),
           "vote", (("vote", N_("The table votes")), ("void", N_("Nobody wins"))), live=True),
)
