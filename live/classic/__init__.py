"""The classic stack: sockets, tasks and the server on Channels 1 and daphne 1 (Python 2.7 and 3.6)."""
