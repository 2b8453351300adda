"""Tests of decks/imports/reading/texts."""
