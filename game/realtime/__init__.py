"""The room's side of a socket: what frames mean, and the messages that answer them (docs/PROTOCOL.md)."""
