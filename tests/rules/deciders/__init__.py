"""Tests of the ways to decide a round."""
