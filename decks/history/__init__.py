"""Versions of published decks: kept, compared and restored."""
