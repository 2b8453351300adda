"""The project: settings, addresses, registries (routes.py) and the entry point.

Imports every app; no app imports it.
"""
from __future__ import unicode_literals

__version__ = "0.1.0"
