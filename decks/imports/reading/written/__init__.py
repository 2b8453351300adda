"""Reads what people write by hand for other programs (settings, translations, LaTeX) as values of JSON."""
