"""The front door: settings, routes and the entry point. Knows every app; no app knows it."""
