"""Servers, databases and Redis that stop, are slow or hold locks."""
