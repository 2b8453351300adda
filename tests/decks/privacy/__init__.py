"""Tests of decks/privacy."""
