"""Tests of game/moderation."""
