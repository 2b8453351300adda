"""Signing up, in and out, and the profile."""
