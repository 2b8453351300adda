"""What games leave behind: past games, favourite plays, and the counts of cards."""
