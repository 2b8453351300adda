"""Tests of decks/admin."""
