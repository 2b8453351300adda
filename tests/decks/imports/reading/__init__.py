"""Tests of decks/imports/reading."""
