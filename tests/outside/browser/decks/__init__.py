"""Making, finding and reviewing decks."""
