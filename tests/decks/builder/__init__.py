"""Tests of decks/builder."""
