"""What clients are told: the public document, that of a seat, and the options with their limits."""
