"""The tab-separated cards of Cards Against Animals."""
from __future__ import unicode_literals

from decks.imports import formats
from decks.imports.reading.shapes import describe, marks
from tests.decks.files import counts, parsed, problems, refusal


def test_it_reads_prompts_and_responses():
    found = parsed("animals.tsv")
    assert (found.format, found.errors, counts(found)) == ("animals-tsv", (), [("animals", 2, 2)])
    assert found.packs[0].black == (("The llama wants _.", 1, 0), ("First _,\nthen _.", 2, 0))


def test_it_reads_tags():
    pack, = parsed("animals.tsv").packs
    assert marks(pack, "black") == [("animals farm", ""), ("", "")]
    assert marks(pack, "white") == [("animals", ""), ("", "")]


def test_it_needs_no_header():
    assert counts(formats.parse(b"Response\ttea\nPrompt\tWhy _?")) == [("Imported cards", 1, 1)]


def test_it_names_the_lines_that_it_leaves_out():
    found = formats.parse(b"Type\tText\nResponse\ttea\nJoker\tmilk\n\nPrompt\nResponse\t\n")
    assert problems(found) == [
        ("white", 2, 3, 'it begins with "Joker", it must begin with Prompt or Response and a tab'),
        ("white", 3, 5, "it has no text after a tab"), ("white", 4, 6, "its text is empty")]
    assert describe(found.errors[1]) == "Imported cards, white row 3 (line 5): it has no text after a tab"


def test_a_table_with_other_words_for_the_kinds_is_not_one():
    found = formats.parse(b"Response\ttea\nCall\tWhy _?\nResponse\tmilk\nCall\tWho _?", "x.tsv")
    assert (found.format, counts(found)) == ("generic", [("x", 2, 2)])


def test_a_table_of_other_words_in_columns_of_the_same_names_is_not_one():
    found = formats.parse(b"Prompt\tColour\nWhy _?\t1\nWho _?\t1\ntea\t0\nmilk\t0\nfog\t0", "x.tsv")
    assert (found.format, counts(found)) == ("generic", [("x", 2, 3)])
    found = formats.parse(b"Type\tText\n1\tWhy _?\n1\tWho _?\n0\ttea\n0\tmilk", "x.tsv")
    assert (found.format, counts(found)) == ("generic", [("x", 2, 2)])


def test_it_refuses_a_file_without_a_usable_card():
    assert refusal(b"Type\tText\n") == "the deck cannot be read: it has no card that can be used"
