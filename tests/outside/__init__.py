"""Tests that look at a running server from outside, as phones do.

Python 3.10+ whatever the server runs on.
"""
