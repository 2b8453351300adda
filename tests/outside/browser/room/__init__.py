"""The room: lobby, table, television."""
