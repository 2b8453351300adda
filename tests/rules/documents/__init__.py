"""Tests of what clients are shown."""
