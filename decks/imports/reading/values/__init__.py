"""Texts that nest, or are written for other programs (JSON, XML, YAML, settings, translations, LaTeX), as
the values that JSON would have.
"""
