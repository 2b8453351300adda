"""Accounts of older versions."""
