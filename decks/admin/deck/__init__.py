"""The list of decks, and the pages of one."""
