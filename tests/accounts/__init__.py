"""Accounts: who you are, and what is kept about you."""
