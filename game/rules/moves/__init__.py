"""What players, hosts and timers can do: the functions that the engine's table names."""
