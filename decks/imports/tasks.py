"""What the worker does with messages on `import-deck`."""
from __future__ import unicode_literals

from decks.imports import jobs


def import_deck(payload):
    """Store what the ImportJob with the id payload["id"] brings."""
    jobs.run(payload["id"])
