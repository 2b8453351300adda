"""Tables of databases: dumps of SQL, and SQLite's own files."""
