"""How pages load, and what they say when something fails."""
