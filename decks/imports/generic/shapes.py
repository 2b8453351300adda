"""What the readers of files of no known shape find: records, and what their fields mean. Plain tuples."""

from __future__ import unicode_literals

from typing import Any, Dict, List, NamedTuple, Text, Tuple

from decks.imports.reading import vocabulary
from decks.imports.reading.shapes import RowError

# One thing that may be a card: `line` of the file (0 if that is not known), and {field: text, number, truth
# or list of those}.
Record = NamedTuple("Record", [("line", int), ("values", Dict[Text, Any])])
# Records that stand together: in a list, a table, a sheet, a file. `fields` in the order of the file;
# `refused` are those that could not be read.
RecordSet = NamedTuple(
    "RecordSet",
    [
        ("name", Text),
        ("fields", List[Text]),
        ("records", List[Record]),
        ("refused", Tuple[RowError, ...]),
    ],
)

# Fields that no file has: the text of a record that is nothing but a text, the key under which it stands, the
# list, table, sheet or file that it stands in, and the deck that this belongs to.
VALUE, KEY, LIST, DECK = vocabulary.VALUE, vocabulary.KEY, vocabulary.LIST, vocabulary.DECK

# What a card is when no field says it.
ALL_BLACK, ALL_WHITE, BLANKS, QUESTIONS, BY_PICK, BY_COLUMN = RULES = (
    "*black",
    "*white",
    "*blanks",
    "*questions",
    "*pick",
    "*column",
)

# Of a table whose columns are decks: these are called like the columns, or as the first row says.
EACH_COLUMN, FIRST_ROW = COLUMN_DECKS = ("*column", "*first")

# What the fields of records mean, as names of fields; an empty one means that the file does not say. `text`
# may name several, with "|" between. `kind` is a field whose values are listed in `black` and `white`, or
# one of RULES; with BY_COLUMN the fields of `text` are listed there. `deck` is a field, or one of
# COLUMN_DECKS. `sources` names the sets to read, all if empty.
Mapping = NamedTuple(
    "Mapping",
    [
        ("text", Text),
        ("kind", Text),
        ("black", Tuple[Text, ...]),
        ("white", Tuple[Text, ...]),
        ("pick", Text),
        ("draw", Text),
        ("deck", Text),
        ("tags", Text),
        ("sources", Tuple[Text, ...]),
    ],
)
Mapping.__new__.__defaults__ = ("", "", (), (), "", "", "", "", ())
NOTHING = Mapping()  # type: ignore[call-arg]

# A Mapping that was guessed: how sure that is (0 to 1), and why, in sentences.
Proposal = NamedTuple("Proposal", [("mapping", Mapping), ("confidence", float), ("reasons", List[Text])])
# With less, somebody has to say yes before anything is stored.
SURE = 0.8
