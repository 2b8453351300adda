"""What decks keep about people with an account, and how their names are taken out."""
