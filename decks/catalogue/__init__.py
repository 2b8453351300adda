"""Decks as hosts and visitors find them, and the frozen cards that a game plays with."""
