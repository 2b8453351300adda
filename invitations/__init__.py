"""Invitations by e-mail, the letters that carry them, and game nights."""
