"""Tests of decks/admin/cards."""
