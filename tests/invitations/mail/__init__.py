"""Tests of invitations/mail."""
