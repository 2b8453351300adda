"""Tests of invitations/inbox."""
