"""Who decides a round, over which black card, and what the others do meanwhile."""
