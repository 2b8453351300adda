"""The compact file of JSON Against Humanity."""
from __future__ import unicode_literals

import pytest

from decks.imports import formats
from decks.imports.reading.shapes import FormatError, RowError
from tests.decks.files import counts, parsed
from tests.decks.shelf import as_bytes, sample


def parse(document):
    return formats.parse(as_bytes(document))


def refusal(content):
    with pytest.raises(FormatError) as caught:
        formats.parse(content)
    return str(caught.value)


def test_it_reads_a_list_of_packs():
    parsed = parse(sample())
    assert parsed.format == "jah-compact"
    assert [pack.name for pack in parsed.packs] == ["Office Pack", "Tea Pack", "Office Pack"]
    assert parsed.errors == ()


def test_it_reads_packs_keyed_by_abbreviation():
    document = sample()
    listed = parse(document).packs
    document["packs"] = {"only": document["packs"][1]}
    assert parse(document).packs == (listed[1],)


def test_a_keyed_pack_without_a_name_is_called_by_its_key():
    document = sample()
    document["packs"] = {"TEA": {"white": [3], "black": []}}
    assert parse(document).packs[0].name == "TEA"


def test_it_makes_the_cards_regular():
    office = parse(sample()).packs[0]
    assert office.black == (
        ("Our new mascot is _.", 1, 0), ("Why are we late? _", 1, 0), ("_ + _ = a good day.", 2, 0))
    assert office.white[1] == "Free cake"


def test_it_adds_blanks_and_draws_for_a_pick_of_three():
    assert parse(sample()).packs[1].black[1] == ("Name three things in my bag. _ _ _", 3, 2)


def test_it_keeps_a_card_that_stands_twice_in_a_pack():
    assert parse(sample()).packs[0].white.count("Free cake") == 2


@pytest.mark.parametrize("index, problem", [
    (6, "index 6 is out of range, the file has 6 white cards"),
    (-1, "index -1 is out of range, the file has 6 white cards"),
    ("0", "it must be the number of a card"),
    (True, "it must be the number of a card"),
    (None, "it must be the number of a card"),
])
def test_it_names_the_row_of_a_wrong_index(index, problem):
    document = sample()
    document["packs"][1]["white"] = [3, index]
    assert parse(document).errors == (RowError("Tea Pack", "white", 2, problem),)


@pytest.mark.parametrize("card, problem", [
    (7, "its text is not a string"),
    (" ", "its text is empty"),
    ("x" * 501, "it has 501 characters, the limit is 500"),
])
def test_it_names_the_row_of_a_white_card_it_cannot_use(card, problem):
    document = sample()
    document["white"][3] = card
    parsed = parse(document)
    assert parsed.errors == (RowError("Tea Pack", "white", 1, problem),)
    assert len(parsed.packs[1].white) == 2


@pytest.mark.parametrize("card", [
    {"text": "_ " * 11, "pick": 11}, {"text": " ", "pick": 1}, {"pick": 1}, ["Why?"], None])
def test_it_leaves_out_a_black_card_it_cannot_use(card):
    document = sample()
    document["black"][3] = card
    parsed = parse(document)
    assert [(error.pack, error.kind, error.row) for error in parsed.errors] == [("Tea Pack", "black", 1)]
    assert len(parsed.packs[1].black) == 1


def test_a_black_card_without_a_pick_asks_for_as_many_as_it_has_blanks():
    document = sample()
    document["black"][3] = {"text": "__ meets __"}
    assert parse(document).packs[1].black[0] == ("_ meets _", 2, 0)


@pytest.mark.parametrize("pack, problem", [
    ("Tea", "it is not an object"),
    ({"white": [1]}, "the name cannot be used: its text is empty"),
    ({"name": "x" * 201, "white": [1]}, "its name has 201 characters, the limit is 200"),
    ({"name": "Tea", "white": 1}, 'its "white" is not a list'),
    ({"name": "Tea"}, "it has no card that can be used"),
])
def test_it_leaves_out_a_pack_it_cannot_use(pack, problem):
    document = sample()
    document["packs"][1] = pack
    parsed = parse(document)
    assert [(error.kind, error.row, error.problem) for error in parsed.errors] == [("pack", 2, problem)]
    assert len(parsed.packs) == 2


@pytest.mark.parametrize("key", ["white", "black"])
def test_it_says_which_part_of_the_file_is_missing(key):
    document = sample()
    del document[key]
    assert 'the file has no "%s"' % key in refusal(as_bytes(document))


def test_two_lists_without_packs_are_one_deck():
    document = sample()
    del document["packs"]
    found = formats.parse(as_bytes(document), "tea.json")
    assert (found.format, counts(found)) == ("card-lists", [("tea", 5, 6)])


def test_it_keeps_what_a_pack_says_of_itself():
    document = sample()
    document["packs"][1].update(description="About tea.", language="pt_BR", nsfw=True)
    office, tea, _ = parse(document).packs
    assert (tea.description, tea.tags, tea.language, tea.rating) == ("About tea.", "official", "pt-BR", "adult")
    assert (office.description, office.tags, office.language, office.rating) == ("", "", "", "")


def test_it_reads_the_file_of_2014():
    found = parsed("jah_2014.json")
    assert (found.format, found.errors, counts(found)) == (
        "jah-compact", (), [("Market Day", 1, 1), ("Market Night", 1, 2)])
    assert found.packs[0].black == (("Rain again!\nWho forgot _?", 1, 0),)
    assert found.packs[1].white == ("*Fog*, mostly", "a stall with one lemon")


def test_it_reads_cards_and_decks_side_by_side():
    cards = {"white": [{"text": "tea"}], "black": [{"text": "Why _?", "pick": 1}]}
    found = parse({"cards": cards, "decks": {"b": {"name": "The Base", "black": [0], "white": [0]}}, "order": ["b"]})
    assert (found.format, counts(found)) == ("jah-compact", [("The Base", 1, 1)])


@pytest.mark.parametrize("key, value", [("white", {}), ("black", "Why?"), ("packs", 3), ("packs", None)])
def test_it_says_which_part_has_a_wrong_type(key, value):
    assert '"%s" must be a list' % key in refusal(as_bytes(dict(sample(), **{str(key): value})))


def test_it_says_where_the_file_stops_being_json():
    assert "line 2 column" in refusal(b'{"white": [],\n "black": [}')


def test_a_byte_order_mark_does_no_harm():
    assert len(formats.parse(b"\xef\xbb\xbf" + as_bytes(sample())).packs) == 3
