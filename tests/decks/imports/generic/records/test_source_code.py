"""Source files that are lists of cards: their data is read, or they are refused; lines of code are never cards."""

from __future__ import unicode_literals

import json

import pytest

from tests.decks.files import refusal
from tests.decks.imports.generic.shaping import BLACK, WHITE, cards, is_right, objects, read, texts


def quoted(kind):
    return ",\n  ".join(json.dumps(text) for text in texts(kind))


SOURCES = {
    "lists.js": "import x from 'y';\nvar blackCards = [\n  %s\n];\nexport const whiteCards = [\n  %s,\n];\n"
    % (quoted("black"), quoted("white")),
    "object.js": "module.exports = {\n  black: [%s],\n  white: [%s]\n};" % (quoted("black"), quoted("white")),
    "objects.ts": "// cards\nconst cards: Card[] = %s;\nfunction deal() { return cards[0]; }"
    % json.dumps(objects(kind="type")),
    "cards.py": "# -*- coding: utf-8 -*-\nBLACK = [\n    %s,\n]\n\nWHITE = (\n  %s\n)\n\ndef deal():\n    return BLACK[0]\n"
    % (quoted("black"), quoted("white")),
    "seeds.rb": "\n".join(
        "%s.create!(:text => %s, :pick => 1)"
        % ("Question" if kind == "black" else "Answer", json.dumps(text))
        for text, kind, _ in cards()
    ),
    "hash.rb": "Card.create([\n%s\n])"
    % ",\n".join("{ text: %s, kind: '%s' }" % (json.dumps(text), kind) for text, kind, _ in cards()),
    "cards.php": "<?php\n$black = array(%s);\n$white = array(%s);\n?>" % (quoted("black"), quoted("white")),
    "keyed.php": "<?php return [%s];"
    % ", ".join("['text' => %s, 'type' => '%s']" % (json.dumps(text), kind) for text, kind, _ in cards()),
    "Cards.java": "public class Cards {\n  static final String[] BLACK = {%s};\n  static String[] white = new String[] {%s};\n}"
    % (quoted("black"), quoted("white")),
    "calls.js": "\n".join("add%sCard(%s);" % (kind.title(), json.dumps(text)) for text, kind, _ in cards()),
    "methods.js": "function load() {\n%s\n}"
    % "\n".join(
        "  deck.push({text: %s, color: '%s'});" % (json.dumps(text), kind) for text, kind, _ in cards()
    ),
    "flags.py": "cards = [%s]" % ", ".join(
        "Card(%s, %s)" % (json.dumps(text), kind == "black") for text, kind, _ in cards()
    ),
    "joined.py": "BLACK = [%s]\nWHITE = [%s]" % (quoted("black").replace(" _", ' " + " _'), quoted("white")),
}


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_the_data_of_a_source_file_is_read(name):
    found = read(SOURCES[name].encode("utf-8"), name)
    assert is_right(found) and len(found.packs) == 1, (found.packs, found.proposal)


@pytest.mark.parametrize(
    "content",
    [
        b"function a(b) {\n  return b + 1;\n}\nvar c = a(2);\nconsole.log(c);\n",
        b"import os\n\ndef main():\n    print(os.name)\n    return 1\n\nclass A(object):\n    pass\n",
        b"var names = [load('a'), load('b')];\nfor (var i = 0; i < names.length; i++) {\n  show(names[i]);\n}\n",
        b"import x from 'y';\nfunction go() {\n  return fetch('/api/cards').then((r) => r.json());\n}\nexport default go;\n",
    ],
)
def test_a_program_without_data_is_refused(content):
    for name in ("x.js", "x.py", "x.txt", ""):
        said = refusal(content, name)
        assert "program" in said or "no list in the file looks like one of cards" in said


def test_texts_that_a_program_fills_are_no_cards():
    found = read(
        ("var white = [%s, `hello ${name}`];\nvar black = [%s];" % (quoted("white"), quoted("black"))).encode(
            "ascii"
        ),
        "x.js",
    )
    assert is_right(found)


def test_what_a_program_says_to_programmers_is_no_card():
    code = "function deal(deck) {\n  console.log('dealt some cards to all');\n  throw new Error('no card is left');\n}\n"
    assert "program" in refusal(code.encode("ascii"), "deal.js")
    lists = "const black = [%s];\nconst white = [%s];\n" % (quoted("black"), quoted("white"))
    found = read((lists + code).encode("ascii"), "deal.js")
    assert is_right(found) and not found.errors


@pytest.mark.parametrize("name, black, white", [
    ("cards.py", ('black = """\n%s\n""".strip().split("\\n")\n', "%s", "\n"), ('white = """\n%s\n""".splitlines()\n', "%s", "\n")),
    ("cards.elm", ("blackCards =\n    [ %s\n    ]\n", '"%s"', "\n    , "), ("whiteCards =\n    [ %s\n    ]\n", '"%s"', "\n    , ")),
    ("cards.ex", ("@black [\n%s\n]\n", '%%{text: "%s"}', ",\n"), ("@white [\n%s\n]\n", '"%s"', ",\n")),
    ("cards.rs", ("vec![%s]\n", 'Card::Black { text: "%s".to_string(), pick: 1 }', ",\n"),
     ("vec![%s]\n", 'Card::White { text: "%s".into() }', ",\n"))])
def test_lists_of_other_languages_are_read_whole(name, black, white):
    parts = [whole % between.join(one % text for text in texts)
             for (whole, one, between), texts in ((black, BLACK), (white, WHITE))]
    found = read("".join(parts).encode("utf-8"), name)
    assert found.proposal["sure"] and [len(found.packs[0].black), len(found.packs[0].white)] == [len(BLACK), len(WHITE)]


def test_a_list_without_a_name_beside_one_of_black_cards_is_asked_about():
    text = "".join('BlackCard.create(text: "%s")\n' % text for text in BLACK) + "[\n%s].each do |text|\n  Card.create(text)\nend\n" % (
        "".join('  "%s",\n' % text for text in WHITE))
    assert not read(text.encode("utf-8"), "seeds.rb").proposal["sure"]
