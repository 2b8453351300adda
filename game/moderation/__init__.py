"""Cards that players report, and cards that are hidden everywhere."""
