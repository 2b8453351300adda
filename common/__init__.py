"""Helpers that every app may use. Imports nothing else of this project."""
