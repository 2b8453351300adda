"""Tests of decks/admin/copies."""
