"""The front door: settings, routes and the entry point. Knows every app; no app knows it."""
from __future__ import unicode_literals

__version__ = "0.1.0"
