"""What may be done to many decks of the list at once, each behind a page that asks."""
