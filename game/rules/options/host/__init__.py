"""What whoever hosts may do, and who hosts."""
