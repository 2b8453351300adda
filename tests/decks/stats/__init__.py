"""Tests of decks/stats."""
