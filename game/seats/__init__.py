"""Which seat a session or an account has, and finding rooms without guessing. Reads rooms only."""
