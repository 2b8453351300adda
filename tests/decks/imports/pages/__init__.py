"""Tests of the pages of an import."""
