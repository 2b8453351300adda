"""Decks: their cards, how they are made, imported, reviewed and chosen,
and the frozen copy a game plays with.
"""
from __future__ import unicode_literals
