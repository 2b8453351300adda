"""Counts of what became of cards in games, and the numbers and charts made of them."""
