"""Who may take a seat: everybody, or nobody new."""
from __future__ import unicode_literals

from game.rules.registry import switch

OPTIONS = (
    switch("locked", "door", "Lock the room",
           "Nobody new may sit down; who has a seat comes back, and everybody may watch.", live=True),
)
