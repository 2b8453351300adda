"""Tests of decks/admin/actions."""
