"""Sessions and the browsers that have them: whose they are, signing out, and taking old ones away."""
