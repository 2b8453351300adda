"""Tests of decks/imports/reading/values."""
