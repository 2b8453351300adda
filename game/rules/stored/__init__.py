"""Stored states of rooms: the keys they have, and what lifts older ones to these."""
