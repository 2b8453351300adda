"""Tests of decks/imports/formats."""
