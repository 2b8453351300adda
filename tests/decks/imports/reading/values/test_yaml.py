"""Files of YAML: read like JSON of the same shape, and nothing in them is followed or executed."""
from __future__ import unicode_literals

import pytest

from decks.imports import formats
from decks.imports.reading.values import yaml_text
from tests.decks.files import counts, refusal

needs_yaml = pytest.mark.skipif(yaml_text.yaml is None, reason="PyYAML is not installed")
DECK = """
name: Tea
rating: teen
black:
  - text: "Why? _"
    pick: 1
  - Who said _ to _?
white: [Milk, no, 1984, "a: b"]
"""


def read(text, name="cards.yaml"):
    return formats.parse(text.encode("utf-8"), name)


@needs_yaml
def test_a_deck_of_ours_may_be_written_in_yaml_and_its_cards_stay_texts():
    pack, = read(DECK).packs
    assert (pack.name, pack.rating, pack.white) == ("Tea", "teen", ("Milk", "no", "1984", "a: b"))
    assert [(text, pick) for text, pick, _ in pack.black] == [("Why? _", 1), ("Who said _ to _?", 2)]


@needs_yaml
def test_other_shapes_are_read_by_what_they_look_like():
    found = read("Tea:\n  questions: [Why? _, Who? _]\n  answers: [Milk, Salt]\n", "cards.yml")
    assert counts(found)[0][1:] == (2, 2)


@needs_yaml
@pytest.mark.parametrize("text, said", [
    ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", "refers to itself"), ("[" * 200 + "]" * 200, "nested too deeply"),
    ("white: [Milk", "no YAML"), ("a: 1\n---\nb: 2", "2 documents"), ("? [a]\n: b", "no YAML")])
def test_what_means_harm_or_is_broken_is_refused_in_one_line(text, said):
    assert said in refusal(text.encode("utf-8"), "cards.yaml")


@needs_yaml
def test_it_is_known_without_its_name_by_the_name_of_the_deck_and_a_list_of_a_kind():
    assert read(DECK, "x.txt").packs == read(DECK).packs
    lines = read("black:\n- Why: because _?\n- Who _?\nwhite:\n- milk\n- tea\n", "x.txt")
    assert counts(lines) == [("x", 2, 2)] and lines.packs[0].black[0][0] == "Why: because _?"


@needs_yaml
def test_tags_are_not_followed():
    pack, = read("name: Tea\nwhite: [!!python/name:os.getcwd x, Milk]").packs
    assert pack.white == ("x", "Milk")


@needs_yaml
def test_big_ones_are_refused_before_they_are_read():
    assert "too much for YAML" in refusal(b"white: [" + b"Milk, " * 400000 + b"]", "cards.yaml")


def test_without_the_library_it_says_what_to_do(monkeypatch):
    monkeypatch.setattr(yaml_text, "yaml", None)
    assert "save it as JSON" in refusal(DECK.encode("utf-8"), "cards.yaml")
