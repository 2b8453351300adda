"""Tests of the rules of the house, a module for each."""
