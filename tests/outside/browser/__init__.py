"""People at real browsers. What they cannot see or press is not there; only their companions may be bots."""
