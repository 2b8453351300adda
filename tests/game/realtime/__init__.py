"""Tests of game/realtime."""
