"""Tests of game/rooms."""
