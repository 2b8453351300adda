"""Who may take a seat: everybody, whoever is let in, or nobody new. `join` of moves/people.py holds it."""
from __future__ import unicode_literals

from game.rules.phrases import N_
from game.rules.registry import choice

OPTIONS = (
    choice("door", "door", N_("Who may sit down"),
           N_("Whoever hosts lets new people in one by one, or nobody new sits down. Who has a seat comes "
              "back, and everybody may watch."),
           "open", (("open", N_("everybody")), ("ask", N_("whom the host lets "
                                                          "in")), ("locked", N_("nobody new"))),
           live=True),
)
