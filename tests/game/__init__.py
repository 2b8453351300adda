"""The table as the server keeps it: seats, moves, messages and pages."""
