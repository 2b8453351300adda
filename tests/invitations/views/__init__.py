"""Tests of invitations/views."""
