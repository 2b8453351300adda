"""Tests of the letter box."""
