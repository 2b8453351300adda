"""Pages and documents of the game: find, check access, call one service, answer. No view imports another."""
