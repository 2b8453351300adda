"""Tests of what holds for the project as a whole: sources, settings, addresses, commands, translations."""
