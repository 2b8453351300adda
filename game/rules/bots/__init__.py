"""What bots are called, and which cards and plays they choose."""
