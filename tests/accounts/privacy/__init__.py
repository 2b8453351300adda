"""Tests of what is kept about an account's owner and of its end."""
