"""Tests of decks: cards, imports, the builder, review, the catalogue."""
from __future__ import unicode_literals
