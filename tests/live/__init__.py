"""Tests of live: sockets, fan-out and the order of messages, without a game and without a server."""
