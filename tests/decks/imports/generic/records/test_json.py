"""JSON of any nesting: where cards, their kinds and their decks are found in it."""

from __future__ import unicode_literals

import json

import pytest

from tests.decks.files import counts, refusal
from tests.decks.imports.generic.shaping import as_json, cards, is_right, objects, read, texts

BASE = "The Base"


def keyed(items):
    return {"%d" % number: item for number, item in enumerate(items, 1)}


SURE = {
    "a list with types": objects(kind="type"),
    "letters for kinds": objects(kind="cardType", black="Q", white="A"),
    "letters of another language": objects("texto", "tipo", "N", "B"),
    "words of another language": objects("karte", "farbe", "schwarz", "wei\xdf"),
    "truth": objects(kind="isBlack", black=True, white=False),
    "truth the other way": objects(kind="white", black=0, white=1),
    "a list inside of others": {"data": {"game": {"cards": objects(kind="color")}}},
    "two lists of objects": {
        "data": {
            "prompts": [{"prompt": text} for text in texts("black")],
            "responses": [{"response": text} for text in texts("white")],
        }
    },
    "two lists deep inside": {"game": {"deck": {"questions": texts("black"), "answers": texts("white")}}},
    "objects keyed by number": keyed(objects(kind="type")),
    "two objects keyed by number": {"black": keyed(texts("black")), "white": keyed(texts("white"))},
    "objects keyed by ids": {"x%d" % number: card for number, card in enumerate(objects(kind="kind"))},
    "rows": [[kind, text] for text, kind, _ in cards()],
    "rows the other way": [[text, number, kind] for number, (text, kind, _) in enumerate(cards())],
    "fields of a fixture": [
        {"model": "game.card", "pk": number, "fields": card}
        for number, card in enumerate(objects(kind="color"))
    ],
    "models of a fixture": [
        {"model": "game.%scard" % kind, "pk": number, "fields": {"value": text}}
        for number, (text, kind, _) in enumerate(cards())
    ],
    "numbers of answers": [
        {"id": number, "text": text, "numAnswers": pick} for number, (text, _, pick) in enumerate(cards())
    ],
    "blanks alone": {"cards": [text for text, _, _ in cards()]},
    "texts beside other facts": objects(
        "content", "type", id=7, created="2014-01-01", image="x.png", likes=3
    ),
}


@pytest.mark.parametrize("shape", sorted(SURE))
def test_cards_are_found_in_any_nesting(shape):
    found = read(SURE[shape])
    assert is_right(found), (found, found.proposal)
    assert found.proposal is None or found.proposal["sure"], found.proposal


@pytest.mark.parametrize(
    "document",
    [
        {"decks": [{"id": 3, "name": BASE}], "cards": objects(kind="type", deck=3)},
        {"decks": [{"id": 3, "name": BASE}], "cards": objects(text="t", kind="type", deck=3)},
        {
            "sets": [{"id": 3, "title": BASE}, {"id": 4, "title": "Other"}],
            "cards": objects(kind="type", set_id=3),
        },
        {"cards": objects(kind="type", expansion=BASE)},
        {
            "decks": [{"name": BASE, "cards": list(range(12))}],
            "cards": [dict(card, id=number) for number, card in enumerate(objects(kind="type"))],
        },
        {"decks": [{"name": BASE, "cards": list(range(12))}], "cards": objects(kind="type")},
        [{"name": BASE, "cards": objects(kind="type")}],
        {"decks": {"x": {"name": BASE, "cards": objects(kind="type")}}},
        {BASE: {"prompts": texts("black"), "replies": texts("white")}},
    ],
)
def test_decks_are_found_by_name_or_id_in_either_direction(document):
    found = read(document)
    assert is_right(found) and counts(found) == [(BASE, 6, 6)], (found, found.proposal)


def test_many_decks_keep_their_cards_apart():
    found = read(
        {
            "Tea": {"prompts": texts("black"), "replies": []},
            "Milk": {"prompts": [], "replies": texts("white")},
        }
    )
    assert sorted(counts(found)) == [("Milk", 0, 6), ("Tea", 6, 0)]


def test_facts_that_the_file_says_of_a_deck_are_kept():
    found = read(
        {
            "decks": [{"id": 3, "name": BASE, "language": "de", "nsfw": True}],
            "cards": objects(kind="type", deck=3),
        }
    )
    assert (found.packs[0].language, found.packs[0].rating) == ("de", "adult")


def test_what_a_database_exports_line_by_line_is_one_list():
    content = "\n".join(json.dumps(card) for card in objects(kind="type")).encode("ascii")
    assert is_right(read(content)) and is_right(read(content, "tea.txt"))


def test_a_kind_that_only_numbers_say_is_told_by_the_blanks():
    for black, white in ((0, 1), (1, 0), (1, 2), (2, 1)):
        assert is_right(read(objects(kind="type", black=black, white=white)))


def test_the_pick_and_draw_of_a_file_are_kept():
    found = read(
        [{"body": "Name it.", "type": "Q", "pick": "3", "draw": 0}, {"body": "a damp sock", "type": "A"}]
    )
    assert found.packs[0].black == (("Name it. _ _ _", 3, 0),)


@pytest.mark.parametrize(
    "document",
    [
        [],
        ["a"],
        {"cards": []},
        [1, 2, 3],
        {"name": "Tea"},
        {"a": {"b": {"c": {}}}},
        [{"id": 1, "url": "https://example.org/a", "when": "2020-01-01"}],
    ],
)
def test_what_has_no_cards_is_refused(document):
    assert "this is no card file we know" in refusal(as_json(document))


def test_a_row_of_another_kind_is_left_out_with_a_reason():
    from decks.imports.generic import mapping

    given = mapping.read("text=text,kind=type,black=q,white=a")
    found = read(
        [{"text": "Why _?", "type": "q"}, {"text": "tea", "type": "a"}, {"text": "x", "type": "rule"}],
        mapping=given,
    )
    assert [error.problem for error in found.errors] == [
        'its kind is "rule", which means neither black nor white'
    ]


@pytest.mark.parametrize("document", [
    {"prompts": texts("black"), "responses": texts("white")},
    {"name": "Tea", "white": texts("white"), "questions": texts("black")},
    {"blacks": texts("black"), "answers": texts("white")}])
def test_no_format_takes_a_file_of_which_it_knows_the_half(document):
    assert is_right(read(document))


def test_values_may_say_of_which_type_they_are():
    typed = [{"text": {"S": text}, "type": {"S": kind}, "pick": {"N": "%d" % pick}} for text, kind, pick in cards()]
    assert is_right(read(as_json({"Items": typed, "Count": 12}), "x.json"))
    documents = [{"name": "projects/p/databases/d/documents/cards/%d" % place, "fields": {
        "text": {"stringValue": text}, "color": {"stringValue": kind}, "pick": {"integerValue": "%d" % pick}}}
        for place, (text, kind, pick) in enumerate(cards())]
    found = read(as_json({"documents": documents}), "x.json")
    assert is_right(found) and found.proposal["sure"]
