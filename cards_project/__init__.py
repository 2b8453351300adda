"""The front door: settings, routes and the entry point. Knows every app; no app knows it."""

__version__ = "0.1.0"
