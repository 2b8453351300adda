"""Which seat is whose: sessions, accounts, personal links, and finding rooms without guessing."""
