"""The pages of decks, each kind in a module of its own."""
from __future__ import unicode_literals
