"""Tests of how a round goes: dealing, playing, time, judges, verdicts."""
