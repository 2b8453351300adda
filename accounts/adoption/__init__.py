"""Carries accounts over from databases that older versions of Django and allauth have made."""
