"""Accounts by django-allauth: signing in, profiles, sessions, and the end of an account."""
