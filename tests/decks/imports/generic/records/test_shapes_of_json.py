"""Shapes of JSON, XML and source files in which a card, or a kind of cards, is easily lost."""
from __future__ import unicode_literals

import pytest

from tests.decks.files import counts
from tests.decks.imports.generic.shaping import BLACK, WHITE, cards, is_right, read, texts


@pytest.mark.parametrize("document", [
    {"black": {"1": [text for text in BLACK if text.count("_") == 1], "2": [text for text in BLACK if text.count("_") == 2]},
     "white": list(WHITE[:6])},
    {"blackCards": {"-Ka%d" % number: text for number, text in enumerate(BLACK)},
     "whiteCards": {"-Kb%d" % number: text for number, text in enumerate(WHITE[:6])}},
    {"blackCards": [[text, text.count("_")] for text in BLACK], "whiteCards": list(WHITE[:6])},
    {"black": [{"parts": text.split("_"), "id": 7} for text in BLACK], "white": [{"text": text} for text in WHITE[:6]]},
    {"values": [["Type", "Text"]] + [[kind, text] for text, kind, _ in cards()]},
    {"values": [["Black cards"] + list(BLACK) * 2, ["White cards"] + list(WHITE[:6]) * 2]},
    {"records": [{"fields": {"Card": text, "Color": kind, "Deck": ["Tea"]}} for text, kind, _ in cards()]}])
def test_no_kind_of_cards_is_lost(document):
    found = read(document)
    assert {text for pack in found.packs for text in pack.white} == set(texts("white"))
    assert {card[0] for pack in found.packs for card in pack.black} == set(texts("black"))


def test_a_deck_may_be_a_list_of_one():
    records = [{"fields": {"Card": text, "Color": kind, "Deck": ["Tea"]}} for text, kind, _ in cards()]
    assert counts(read({"records": records}, "x.json")) == [("Tea", 6, 6)]


@pytest.mark.parametrize("pattern", [
    '<row><field name="id">7</field><field name="text">%s</field><field name="type">%s</field></row>',
    '<table name="cards"><column name="text">%s</column><column name="type">%s</column></table>',
    "<row><text>%s</text><type>%s</type></row>",
    "<dict><key>text</key><string>%s</string><key>type</key><string>%s</string></dict>"])
def test_xml_may_name_its_fields_in_any_way(pattern):
    rows = "".join(pattern % (text, kind) for text, kind, _ in cards())
    is_list = "<plist><array>%s</array></plist>" if "<dict>" in pattern else "<table>%s</table>"
    assert is_right(read(('<?xml version="1.0"?>' + is_list % rows).encode("ascii"), "tea.xml"))


def test_xml_is_read_in_the_encoding_that_it_names():
    words = '<?xml version="1.0" encoding="windows-1251"?><deck><white>\u0447\u0430\u0439</white><white>\u0451\u0436\u0438\u043a</white></deck>'
    assert read(words.encode("cp1251"), "tea.xml").packs[0].white == ("\u0447\u0430\u0439", "\u0451\u0436\u0438\u043a")


def listed(pattern, kind):
    return "".join(pattern % text for text in texts(kind))


@pytest.mark.parametrize("name, code", [
    ("a.swift", "let blackCards: [String] = [%s]\nlet whiteCards: [String] = [%s]"),
    ("a.h", "const char *black_cards[] = {%s NULL};\nconst char *white_cards[] = {%s NULL};"),
    ("a.rs", "pub static BLACK: &[&str] = &[%s];\npub const WHITE: [&'static str; 6] = [%s];")])
def test_a_type_stands_between_a_name_and_its_list(name, code):
    code %= tuple(listed('"%s",\n', kind) for kind in ("black", "white"))
    assert is_right(read(code.encode("ascii"), name))


@pytest.mark.parametrize("name, pattern", [
    ("a.ts", "  { type: CardType.%s, text: '%s' },\n"), ("b.ts", "  new Card(CardType.%s, `%s`),\n")])
def test_a_constant_says_the_kind(name, pattern):
    rows = "".join(pattern % (kind.upper(), text.replace("'", "\\'")) for text, kind, _ in cards())
    assert is_right(read(("export default [\n%s];" % rows).encode("ascii"), name))


def test_texts_beside_each_other_are_one_where_a_list_has_commas():
    code = "black = (\n%s)\nwhite = (\n%s)" % (
        "".join('  "%s"\n  "%s",\n' % (text[:5], text[5:]) for text in texts("black")), listed('  "%s",\n', "white"))
    assert is_right(read(code.encode("ascii"), "a.py"))
    lists = "(def black [%s])\n(def white [%s])" % (listed('"%s"\n', "black"), listed('"%s"\n', "white"))
    assert is_right(read(lists.encode("ascii"), "a.clj"))


def test_rows_of_data_beside_keys_are_kept_without_what_is_code():
    rows = "".join('Card.create(text: "%s", color: :%s, deck: deck)\n' % (text, kind) for text, kind, _ in cards())
    assert is_right(read(rows.encode("ascii"), "seeds.rb"))
