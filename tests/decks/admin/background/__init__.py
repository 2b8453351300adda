"""Tests of decks/admin/background."""
