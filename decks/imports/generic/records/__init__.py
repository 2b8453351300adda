"""Finds records in what a file is written in: tables, lists, source code, databases, lines."""
