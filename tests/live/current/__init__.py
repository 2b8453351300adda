"""The hub, sockets and wire of the current stack, in an event loop of their own."""
