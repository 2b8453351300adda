"""All decks of a site as one ZIP, out of the database and into it: `entries` has one deck, `zips` the file,
`restoring` compares and stores, `jobs` keep what a worker is at.
"""
from __future__ import unicode_literals
