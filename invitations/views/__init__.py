"""The pages and documents of the letter box: find, check access, call one service, answer."""
