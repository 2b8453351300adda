"""Games through sockets: whole ones, many at once, and whatever frames clients send."""
