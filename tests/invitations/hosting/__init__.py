"""Tests of invitations/hosting."""
