"""Reads the files of Pretend You're Xyzzy: packs from its five tables, in an SQL dump or in a database."""
