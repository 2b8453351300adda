"""Tests of decks/review."""
