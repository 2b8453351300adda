"""Tests of decks/admin/shared."""
