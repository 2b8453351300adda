"""Cards of ours in files of any shape."""

from __future__ import unicode_literals

import json

from decks.imports import formats

BLACK = (
    "My kettle speaks _ at night.",
    "Why is _ in the sink?",
    "Trade _ for _.",
    "What smells like _?",
    "I never leave home without _.",
    "_: now with more lemon.",
)
WHITE = (
    "a damp sock",
    "fog, mostly",
    "three polite geese",
    "the last biscuit",
    "a very small trumpet",
    "an umbrella full of holes",
    "warm tea",
    "somebody else's homework",
)


def cards(number=6):
    """(text, kind, pick) of some black and white cards."""
    return [(text, "black", text.count("_")) for text in BLACK[:number]] + [
        (text, "white", 0) for text in WHITE[:number]
    ]


def objects(text="text", kind=None, black="black", white="white", **more):
    """Cards as objects with these fields; `kind` is left out without a name."""
    found = []
    for words, is_kind, _ in cards():
        card = dict({text: words}, **more)
        if kind:
            card[kind] = black if is_kind == "black" else white
        found.append(card)
    return found


def texts(kind):
    return [text for text, is_kind, _ in cards() if is_kind == kind]


def as_json(document):
    return json.dumps(document).encode("utf-8")


def read(content, name="tea.json", **options):
    """Parsed of a file; a document is written as JSON."""
    return formats.parse(content if isinstance(content, bytes) else as_json(content), name, **options)


def all_texts(parsed):
    """(black texts, white texts) of all packs, sorted."""
    return (
        sorted(card[0] for pack in parsed.packs for card in pack.black),
        sorted(text for pack in parsed.packs for text in pack.white),
    )


def is_right(parsed):
    """Whether the cards are those of `cards`, each of its kind."""
    return all_texts(parsed) == (sorted(texts("black")), sorted(texts("white")))
