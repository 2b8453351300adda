"""Tests of decks/editing."""
