"""What the admin's pages about decks share: who may do what, names, texts, histories, pages of lists."""
