"""The pages of copies of all decks, and of deleted decks."""
