"""Workers, in processes of their own and inside `serve`."""
