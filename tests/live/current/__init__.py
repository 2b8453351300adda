"""The hub, sockets and bus of the current stack, in an event loop of their own."""
