"""Tests of piles and hands."""
