"""Programs that run under the Python under test, with the project's settings."""
