"""The stairs: sockets, fan-out and the order of things, without a game and without a server."""
