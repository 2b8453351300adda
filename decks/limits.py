"""How big decks and cards may be.

Plain numbers and patterns, shared by the models and by the parsers that know nothing of Django.
"""
from __future__ import unicode_literals

NAME_LENGTH = 200
SLUG_LENGTH = 80
LANGUAGE_LENGTH = 35
TAGS_LENGTH = 300
CARD_LENGTH = 500
DECK_CARDS = 50000
# What one account may own, with the archive: more than the biggest collection that we know of has packs.
DECKS_EVER = 1000

# Real card files go up to ten blanks; a game deals only black cards that ask for one to three.
MAX_PICK = 10
MAX_PLAYABLE_PICK = 3

# So long a deleted deck can be brought back.
DELETED_DAYS = 14

# With fewer cards that a game deals a deck is an expansion: only together with others.
ALONE_BLACK, ALONE_WHITE = 5, 10

# Where the decks that come with the game say they are from.
STARTER = "starter"

# What stands beside a deck's own address (decks/urls.py).
RESERVED_SLUGS = ("code", "edit", "import", "imports", "mine", "new")
SLUG_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
LANGUAGE_PATTERN = r"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$"

FAMILY, TEEN, ADULT = "family", "teen", "adult"
RATINGS = (FAMILY, TEEN, ADULT)

# What a file of cards may be: its bytes, its lines unless it is JSON, the brackets and commas of its JSON
# (and the commas up to which its cards are told their lines), the bytes of its JSON5, the characters of one
# row, and the rows that may be broken before the whole file is.
FILE_BYTES = 16 * 1024 * 1024
FILE_LINES = 8 * DECK_CARDS
JSON_BRACKETS = 400000
JSON_COMMAS = 2000000
JSON_LINED_COMMAS = 100000
JSON5_BYTES = 6 * 1024 * 1024
# Its parser is slow where it is written in Python.
YAML_BYTES = 2 * 1024 * 1024
YAML_DEPTH = 50
XML_DEPTH = 40
XML_TAGS = 150000  # an element has one or two
SQL_ROWS = 2 * DECK_CARDS  # of all tables of a dump
ROW_LENGTH = 20000
ROW_ERRORS = 2000

# What the process may use that does a step of an import: seconds, and bytes of memory with the libraries.
IMPORT_SECONDS = 10 * 60
IMPORT_MEMORY = 1024 * 1024 * 1024

# What a copy of a whole site may be that is restored by page; the command has no limit.
COPY_BYTES = 64 * 1024 * 1024

# What a spreadsheet may be once it is unpacked: bytes, times its packed size, and parts.
SHEET_BYTES = 20 * 1024 * 1024
SHEET_RATIO = 100
SHEET_PARTS = 500
SHEET_COLUMNS = 50
SHEET_TAGS = 400000  # of one that is XML

# How many entries a file of no known shape may have, cards and all.
GENERIC_RECORDS = 60000
