"""Who decides a round: a judge or everybody, for one answer or for three."""
from __future__ import unicode_literals

from game.rules.registry import choice, switch

OPTIONS = (
    choice("decides", "deciding", "Who decides",
           "The judge picks the winner, or everybody votes: for any answer but their own, all answers opened "
           "together, and ties share.",
           "judge", (("judge", "A judge"), ("vote", "Everybody votes"))),
    switch("top_three", "deciding", "Top three",
           "The best three answers are ranked and get 3, 2 and 1 points."),
    choice("judge_gone", "deciding", "When the judge is gone",
           "When the judge leaves or lets the time run out, the others decide by a vote of 20 seconds; or "
           "nobody gets the point.",
           "vote", (("vote", "The table votes"), ("void", "Nobody wins")), live=True),
)
