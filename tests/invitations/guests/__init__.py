"""Tests of invitations/guests.py."""
