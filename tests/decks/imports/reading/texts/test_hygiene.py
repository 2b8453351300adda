"""Texts of other programs made plain: one rule for all formats."""
from __future__ import unicode_literals

import pytest

from decks.cards.texts import white_text
from decks.imports import formats
from decks.imports.reading import rows
from decks.imports.reading.texts import code_pages, hygiene, numbers
from tests.decks.files import parsed
from tests.decks.shelf import as_bytes


def read(raw):
    """The text of a card as people see it."""
    return white_text(hygiene.clean(raw))


@pytest.mark.parametrize("raw, text", [
    ("a<br>b", "a\nb"), ("a<br/><BR />b", "a\nb"), ("<b>Fog</b> &period;", "**Fog** ."), ("a\\nb", "a\nb"),
    ("a\\r\\nb", "a\nb"), ("say \\\"hi\\\"", 'say "hi"'), ("R\\&D at 5\\%", "R&D at 5%"), ("a \\_\\_\\_ b", "a _ b"),
    ("\\textbf{so} \\emph{very} hot\\ldots{}", "**so** *very* hot\u2026"), ("``tea''", "\u201ctea\u201d"),
    ("\\underline{\\hspace{2cm}} or \\blank?", "_ or _?"), ("Why&quest; Tea&excl; 5&nbsp;&euro;", "Why? Tea! 5 \u20ac"),
    ("caf&#233; &#8217;&#x27;", "caf\xe9 \u2019'"), ("don&#146;t", "don\u2019t"), ("don\x92t", "don\u2019t"),
    ("AT&amp;T &unknown; &", "AT&T &unknown; &"), ("C:\\new\\tea", "C:\\new\\tea"), ("I <3 tea > 2", "I <3 tea > 2"),
    ("\u2588\u2588\u2588 [blank] or <BLANK>", "_ _ or _")])
def test_marks_of_other_programs_become_ours(raw, text):
    assert read(raw) == text


@pytest.mark.parametrize("text", ["caf\xe9 \u2019na\xefve\u2019", "\u017c\xf3\u0142ta \u0142\xf3d\u017a",
                                  "\u65e5\u672c \U0001f986", "don\u2019t \u2014 5 \u20ac", "\xc0 la carte \xab\xbb"])
def test_text_that_was_read_in_the_wrong_code_page_is_mended(text):
    for page in ("cp1252", "latin-1"):
        wrong = b"".join(_byte(byte, page) for byte in bytearray(text.encode("utf-8"))).decode("utf-8")
        assert hygiene.clean(wrong) == text
    assert hygiene.clean(text) == text


def _byte(byte, page):
    raw = bytes(bytearray([byte]))
    try:
        return raw.decode(page).encode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1").encode("utf-8")


@pytest.mark.parametrize("text", ["<b>", "a\\nb", "``x''", "&lt;b>", "caf\xc3\xa9", "\\_", "&amp;#33;", "tea", "\xe9", "\u2588", "[blank]"])
def test_an_escaped_text_comes_back_as_it_was(text):
    assert white_text(hygiene.clean(hygiene.escaped(text))) == white_text(hygiene.escaped(text)) == white_text(
        text.replace("&", "&amp;"))


@pytest.mark.parametrize("value, number", [
    (2, 2), (2.0, 2), ("2", 2), (" 2.0 ", 2), ("PICK 2", 2), ("draw 2, pick 3", 3), ("two", 2), ("", None),
    (None, None), (True, None), (1.5, None), ("many", None), ([], None), (float("nan"), None), ("9" * 50, None)])
def test_numbers_are_read_however_they_are_written(value, number):
    assert numbers.whole(value) == number


@pytest.mark.parametrize("card, read", [
    ({"text": "_ and _", "pick": 1}, ("_ and _", 2, 0)), ({"text": "Why _?", "pick": "1"}, ("Why _?", 1, 0)),
    ({"text": "Why?", "pick": 11}, ("Why? _", 1, 0)), ({"text": "Why?", "pick": 2.0}, ("Why? _ _", 2, 0)),
    ("Make a haiku.", ("Make a haiku. _ _ _", 3, 2)), ("Two of them. (Pick 2)", ("Two of them. _ _", 2, 0)),
    ("_ and _. PICK 2", ("_ and _.", 2, 0)), ({"text": "Why? (pick 2)", "pick": 1}, ("Why? _ _", 2, 0)),
    ({"text": "Name it.", "pick": "PICK 3", "draw": "2"}, ("Name it. _ _ _", 3, 2)),
    ({"text": "Why?", "draw": -1}, ("Why? _", 1, 0)), ({"text": "Trade.", "draw": 0.0, "pick": 3}, ("Trade. _ _ _", 3, 0))])
def test_a_pick_follows_from_blanks_and_words_where_it_cannot_be_meant(card, read):
    assert rows.black_card(card) == read


def test_the_pick_of_a_pack_of_ours_is_kept_and_that_of_another_mended():
    card = {"text": "_ or _", "pick": 1}
    assert formats.parse(as_bytes({"name": "A", "rating": "teen", "black": [card]})).packs[0].black == (
        ("_ or _", 1, 0),)
    found = formats.parse(as_bytes({"name": "A", "black": [card], "white": ["caf\u00c3\u00a9"]}))
    assert (found.packs[0].black, found.packs[0].white) == ((("_ or _", 2, 0),), ("caf\xe9",))
    assert found.notes == (rows.MENDED % 1,)


@pytest.mark.parametrize("page, letters, text", [
    ("1252", "Western European", "Warum ist der Tee kalt f\xfcr G\xe4ste?"),
    ("1252", "Western European", "\xbfPor qu\xe9 est\xe1 fr\xedo el t\xe9, se\xf1ora?"),
    ("1252", "Western European", "Le th\xe9 est \xe0 c\xf4t\xe9 de l\u2019\u0153uf"),
    ("1250", "Central European", "\u017c\xf3\u0142ta \u0142\xf3d\u017a \u2014 \u201ecudzys\u0142\xf3w\u201d"),
    ("1250", "Central European", "Pro\u010d je konvice tak pozd\u011b? mokr\xe1 pono\u017eka"),
    ("1251", "Cyrillic", "\u041f\u043e\u0447\u0435\u043c\u0443 \u0447\u0430\u0439\u043d\u0438\u043a?"),
    ("1253", "Greek", "\u0393\u03b9\u03b1\u03c4\u03af \u03c4\u03bf \u03c4\u03c3\u03ac\u03b9;"),
    ("1254", "Turkish", "\xc7aydanl\u0131k so\u011fuk mu? \u015fi\u015fe")])
def test_the_code_page_of_a_file_is_guessed_with_a_note(page, letters, text):
    found = formats.parse(('{"name": "A", "white": ["%s"]}' % text).encode("cp" + page))
    assert found.packs[0].white == (text,)
    assert found.notes == (code_pages.NOTE % (letters, "Windows-" + page),)


def test_marks_of_direction_around_words_are_taken_out():
    found = formats.parse('{"name": "A", "white": ["\u202b\u05ea\u05d4\u202c \u202atea\u202c"]}'.encode("utf-8"))
    assert found.packs[0].white == ("\u05ea\u05d4 tea",)


@pytest.mark.parametrize("name", ["lines.txt", "jah_compact.json"])
def test_what_is_plain_has_nothing_to_be_told(name):
    assert parsed(name).notes == ()
