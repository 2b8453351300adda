"""Databases of older sites, carried over to one that is played on."""
