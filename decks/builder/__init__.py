"""What people do to their own decks: new decks, their facts, and the steps of the deck builder's page."""
