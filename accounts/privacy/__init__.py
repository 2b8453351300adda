"""What is kept about an account's owner, as a file for themselves, and the end of an account."""
