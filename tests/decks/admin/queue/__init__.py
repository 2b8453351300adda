"""Tests of decks/admin/queue."""
