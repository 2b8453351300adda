"""Files in Hebrew, Arabic and Persian name kinds and columns in their own words."""
from __future__ import unicode_literals

import pytest

from decks.imports import formats
from decks.imports.generic.fitting import fit
from decks.imports.generic.shapes import SURE, Mapping, Record, RecordSet

HEBREW = (
    "\u05e1\u05d5\u05d2,\u05d8\u05e7\u05e1\u05d8\n"
    "\u05e9\u05d7\u05d5\u05e8\u05d4,\u05dc\u05de\u05d4 _ \u05de\u05d0\u05d7\u05e8?\n"
    "\u05e9\u05d7\u05d5\u05e8\u05d4,_ \u05d4\u05d5\u05d0 \u05d4\u05e1\u05d5\u05d3\n"
    "\u05dc\u05d1\u05e0\u05d4,\u05d2\u05e8\u05d1 \u05e8\u05d8\u05d5\u05d1\n"
    "\u05dc\u05d1\u05e0\u05d4,\u05d1\u05e8\u05d5\u05d5\u05d6\n"
)
ARABIC = '{"\u0623\u0633\u0648\u062f": ["\u0644\u0645\u0627\u0630\u0627 \u062a\u0623\u062e\u0631 _\u061f", "\u0633\u0631 \u062c\u062f\u062a\u064a \u0647\u0648 _."], "\u0623\u0628\u064a\u0636": ["\u062c\u0648\u0631\u0628 \u0645\u0628\u0644\u0644", "\u0628\u0637\u0629"]}'
PERSIAN = '{"\u0633\u0648\u0627\u0644": ["\u0686\u0631\u0627 _ \u062f\u06cc\u0631 \u06a9\u0631\u062f\u061f", "\u0631\u0627\u0632 \u0645\u0627\u062f\u0631\u0628\u0632\u0631\u06af _ \u0627\u0633\u062a"], "\u067e\u0627\u0633\u062e": ["\u062c\u0648\u0631\u0627\u0628 \u062e\u06cc\u0633", "\u0627\u0631\u062f\u06a9"]}'


@pytest.mark.parametrize("text, name", [(HEBREW, "cards.csv"), (ARABIC, "cards.json"), (PERSIAN, "cards.json")])
def test_their_words_for_kinds_are_no_decks(text, name):
    pack, = formats.parse(text.encode("utf-8"), name).packs
    assert (len(pack.black), len(pack.white)) == (2, 2)


def test_their_question_marks_show_that_kinds_fit():
    records = [Record(1, {"a": "\u0644\u0645\u0627\u0630\u0627\u061f", "k": "1"}), Record(2, {"a": "\u0628\u0637\u0629", "k": "2"})]
    mapping = Mapping(text="a", kind="k", black=("1",), white=("2",))
    assert fit(mapping, RecordSet("x", ["a", "k"], records, ())) > SURE
