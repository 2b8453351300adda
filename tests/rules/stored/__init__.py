"""Tests of stored states: their schema, lifting old ones, a recorded game."""
