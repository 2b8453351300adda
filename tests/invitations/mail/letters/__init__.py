"""Tests of invitations/mail/letters.py."""
