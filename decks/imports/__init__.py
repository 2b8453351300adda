"""Files of cards that become decks: read (`formats`), planned, shown as a dry run,
and stored by a background job.
"""
