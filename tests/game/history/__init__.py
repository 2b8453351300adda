"""Tests of game/history."""
