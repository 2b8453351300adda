"""The game: rooms, seats, the rules, what sockets say, and what games leave behind."""
