"""Databases, caches, files: settings of SQLite, the stand-in cache, values in memory, who may read files,
deleting in steps.
"""
