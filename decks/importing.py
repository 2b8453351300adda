"""The door for files of cards: `formats.parse` reads one, `plan` says what it would do, `store` does it.

Who may bring what, and imports that people look at before they are stored, are `jobs`.
"""
from __future__ import unicode_literals

from decks.planning import counts, keyed, plan, plan_into  # noqa: F401
from decks.storing import Moved, store  # noqa: F401
