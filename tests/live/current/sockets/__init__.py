"""Tests of live/current/socket.py and frames.py."""
