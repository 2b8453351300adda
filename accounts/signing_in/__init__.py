"""Where we differ from allauth: its adapters, its error texts, and which addresses are somebody's own."""
