"""Tests of decks/imports."""
