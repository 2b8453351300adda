"""The card cupboard: decks, their cards, how they get in, and the frozen copy a game plays with."""
from __future__ import unicode_literals
