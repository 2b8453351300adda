"""The current stack: sockets, tasks and the server on Channels 4 and daphne 4 (Python 3.10 and newer)."""
