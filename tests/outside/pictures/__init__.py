"""Programs that draw tables, pages and letters in a real browser, for people to look at."""
