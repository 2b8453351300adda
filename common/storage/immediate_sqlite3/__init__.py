"""Django's backend for SQLite on the classic stack: transactions begin as the current stack's do."""
