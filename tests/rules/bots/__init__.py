"""Tests of how bots play."""
