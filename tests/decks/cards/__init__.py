"""Tests of decks/cards."""
