"""Tests of invitations and their letters."""
