"""Tests of the moves that people make."""
