"""Texts of files: from bytes to text, and from the marks of other programs to ours."""
