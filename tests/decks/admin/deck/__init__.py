"""Tests of decks/admin/deck."""
