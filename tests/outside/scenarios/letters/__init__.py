"""Invitations and game nights by a real mail server."""
