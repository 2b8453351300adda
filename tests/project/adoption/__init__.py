"""Old databases, and what becomes of them."""
