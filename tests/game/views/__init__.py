"""Tests of game/views."""
