"""Tests of signing up and in by allauth, and of its letters."""
