"""Rooms: the services that change them and publish what changed, seats that change hands,
and how old rooms are cleared away.
"""
