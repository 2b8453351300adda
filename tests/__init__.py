"""Tests that run under the Python under test; tests/outside/ looks at a running server."""
