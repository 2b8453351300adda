"""Rooms: the services that change their state, how it is stored, and how old rooms are cleared away."""
