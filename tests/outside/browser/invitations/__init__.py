"""Hosts who invite and guests who come."""
