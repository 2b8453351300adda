"""What is left of a game for people outside of it: a page behind a link, its chart and its pictures."""
