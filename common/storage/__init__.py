"""Databases, caches, files: settings of SQLite, the stand-in cache, who may read files, deleting in steps,
what a process keeps in memory."""
