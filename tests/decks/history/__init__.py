"""Tests of decks/history."""
