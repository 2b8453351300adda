"""Tests of decks/imports/reading/databases."""
