"""Starts what the outside tests talk to: the game, Redis, PostgreSQL and a browser."""
