"""Tests of decks/catalogue."""
