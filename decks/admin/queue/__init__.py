"""The review queue in the admin: what waits for somebody, and what is done about it."""
