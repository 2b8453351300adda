"""Tests of decks/imports/reading/tables."""
