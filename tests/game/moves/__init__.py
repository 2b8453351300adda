"""Tests of game/moves."""
