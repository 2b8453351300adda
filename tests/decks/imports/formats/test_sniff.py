"""Which file is which, whatever its name and encoding."""
from __future__ import unicode_literals

import codecs
import io

import pytest

from decks.imports import formats
from decks.imports.reading.archive import packed
from decks.imports.reading.texts.code_pages import NOTE
from decks.imports.reading.texts.encodings import MIXED
from tests.decks import formats_page
from tests.decks.files import content, parsed, refusal

SAMPLES = {
    "jah_compact.json": "jah-compact", "jah_full.json": "jah-full", "massive_decks.json5": "massive-decks",
    "pyx.sql": "pyx-sql", "pyx_other_order.sql": "pyx-sql", "jah_2014.json": "jah-compact", "jah_2018.json": "jah-full",
    "card_lists.json": "card-lists", "django_fixture.json": "django-fixture",
    "pyx.sqlite": "pyx-sqlite", "cardcast.json": "cardcast", "crcast.json": "crcast",
    "all_bad_cards.json": "all-bad-cards", "django_2013.json": "django-2013", "animals.tsv": "animals-tsv",
    "generic.json": "generic", "cards.csv": "csv", "cards.xlsx": "xlsx", "lines.txt": "lines", "deck_file.json": "deck-file",
    "deck.yaml": "deck-file", "generic.xml": "generic", "generic.properties": "generic"}
BY_NAME = {"deck.yaml"}  # what is YAML by its name alone
TEXTS = sorted(set(SAMPLES) - {"pyx.sqlite", "cards.xlsx"})
NAMES = {module.NAME for module in formats.FORMATS} | {"generic"}
WITHOUT_NAME = "Imported cards"


def test_every_format_has_a_sample():
    assert set(SAMPLES.values()) == NAMES


def test_every_format_is_in_the_docs():
    assert {name for name, _, _, _ in formats_page.WORDS} == NAMES
    assert {sample for _, samples, _, _ in formats_page.WORDS for sample in samples} == set(SAMPLES)


def test_the_docs_are_those_of_the_samples():
    with io.open(formats_page.PAGE, encoding="utf-8") as page:
        assert page.read() == formats_page.page(), "python -m tests.decks.formats_page writes it anew"


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_every_sample_is_recognised_with_its_name_and_without(name):
    assert parsed(name).format == SAMPLES[name]
    assert name in BY_NAME or formats.parse(content(name)).format == SAMPLES[name]


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("mark, encoding", [
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"", "utf-16-le"), (b"", "utf-16-be")])
def test_every_sample_reads_the_same_in_every_encoding(name, mark, encoding):
    changed = mark + content(name).decode("utf-8").encode(encoding)
    assert formats.parse(changed, name) == parsed(name)


@pytest.mark.parametrize("name", TEXTS)
def test_the_line_ends_of_windows_change_nothing(name):
    assert formats.parse(content(name).replace(b"\n", b"\r\n"), name) == parsed(name)


def test_what_is_not_utf8_is_read_in_the_page_of_its_letters_with_a_note():
    found = formats.parse('{"name": "Caf\xe9", "white": ["a \u2019pi\xf1ata\u2019"]}'.encode("cp1252"))
    assert found.notes == (NOTE % ("Western European", "Windows-1252"),)
    assert (found.packs[0].name, found.packs[0].white) == ("Caf\xe9", ("a \u2019pi\xf1ata\u2019",))


@pytest.mark.parametrize("name", ["x.txt", "x.csv"])
def test_lines_of_another_encoding_cost_no_other_line_its_letters(name):
    found = formats.parse("kind,text\nblack,Caf\xe9 _\nwhite,".encode("utf-8") + "pi\xf1ata".encode("cp1252")
                          + "\nwhite,na\xefve tea".encode("utf-8"), name)
    assert found.packs[0].black[0][0] == "Caf\xe9 _" and found.packs[0].white == ("pi\xf1ata", "na\xefve tea")
    assert found.notes == (MIXED % (1, 3), NOTE % ("Western European", "Windows-1252"))


@pytest.mark.parametrize("broken, said", [
    (codecs.BOM_UTF8 + b"caf\xe9", "the file begins as UTF-8 text, but byte 3 is not; save it as UTF-8"),
    (codecs.BOM_UTF16_LE + b"\x00\xd8\x00", "the file begins as UTF-16-LE text, but byte 0 is not"),
    (b"tea\nmil\x00k", "the file is not text: there is a NUL character in line 2"),
    (b"\xff\xd8\xff\xe0\x01\x02JFIF", "the file is not text, and no spreadsheet or database that we know"),
    (b"PGDMP\x01", "pg_dump --format=plain"), (b"\x1f\x8b\x08", "unpack it first"),
    (b"%PDF-1.4", "this is a PDF"),
    (b"\xd0\xcf\x11\xe0", "save it as .xlsx"), (b"{\\rtf1\\ansi tea}", "this is a document (RTF)"),
    (b"<html><table><tr><td>tea</td></tr></table></html>", "a web page without a table or list of cards"),
    (packed([("[Content_Types].xml", b"<a/>"), ("word/document.xml", b"<a>")]), "the document is damaged"),
    (packed([("mimetype", b"application/vnd.oasis.opendocument.graphics")]), "an OpenDocument file without a text or sheet"),
    (packed([("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<a/>")]), "empty"),
], ids=lambda part: "file" if isinstance(part, bytes) else part)  # a ZIP has the time in it
def test_what_is_no_text_says_what_to_do(broken, said):
    assert said in refusal(broken)


@pytest.mark.parametrize("value", [b"[]", b'{"cards": []}', b'{"name": "Tea"}', b'[["a"]]', b'["a"]'])
def test_json_of_another_kind_is_refused(value):
    assert "this is no card file we know" in refusal(value)


@pytest.mark.parametrize("value", [b"3", b'"text"', b"null"])
def test_the_name_of_a_file_says_that_it_must_be_json(value):
    assert "this is no card file we know" in refusal(value, "Cards.JSON")
    assert formats.parse(value).format == "lines"


def test_a_line_may_begin_like_json_where_the_name_says_text():
    pack, = formats.parse(b"[sound of rain]\n{curly} hair", "cards.txt").packs
    assert pack.white == ("[sound of rain]", "{curly} hair")


@pytest.mark.parametrize("name, title", [
    ("my_cards.v2.txt", "my cards"), ("/home/a/tea.txt", "tea"), ("C:\\a\\tea.txt", "tea"),
    ("", WITHOUT_NAME),
    (".txt", WITHOUT_NAME), ("a\u202eb.txt", WITHOUT_NAME), ("x" * 300, "x" * 200)])
def test_a_deck_without_a_name_is_called_like_its_file(name, title):
    assert formats.parse(b"tea", name).packs[0].name == title
