"""Tests of files of no known shape."""
