"""Tests of decks/views/catalogue.py."""
