"""Who may take a seat: everybody, whoever is let in, or nobody new. `join` of moves/people.py holds it."""
from __future__ import unicode_literals

from game.rules.registry import choice

OPTIONS = (
    choice("door", "door", "Who may sit down",
           "Whoever hosts lets new people in one by one, or nobody new sits down. Who has a seat comes back, "
           "and everybody may watch.",
           "open", (("open", "everybody"), ("ask", "whom the host lets in"), ("locked", "nobody new")),
           live=True),
)
