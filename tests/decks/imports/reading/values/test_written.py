"""What people write by hand for other programs: settings, translations, LaTeX, office documents, web pages."""
from __future__ import unicode_literals

import pytest

from decks.imports.reading import archive
from tests.decks.files import counts, refusal
from tests.decks.imports.generic.shaping import cards, is_right, read, texts

BLACK, WHITE = texts("black"), texts("white")


def each(black, white):
    """A line for each card, with its number and text in it."""
    return "".join(white % (number, text) if kind == "white" else black % (number, text)
                   for number, (text, kind, _) in enumerate(cards()))


def document(kind, *pairs):
    return archive.packed([("mimetype", b"application/vnd.oasis.opendocument." + kind)] + list(pairs))


@pytest.mark.parametrize("name, written", [
    ("a.properties", each("black.%d=%s\n", "white.%d=%s\n")), ("a.txt", each("black_%d = %s\n", "white_%d = %s\n")),
    ("a.ini", "; ours\n[black]\n" + "".join("%d = %s\n" % card for card in enumerate(BLACK)) + "[white]\n"
     + "".join("%d = %s\n" % card for card in enumerate(WHITE))),
    ("a.toml", each('[[black]]\nid = %d\ntext = "%s"\n', '[[white]]\nid = %d\ntext = "%s"\n')),
    ("a.po", each('msgctxt "black"\nmsgid "b%d"\nmsgstr "%s"\n\n', 'msgctxt "white"\nmsgid "w%d"\nmsgstr "%s"\n\n')),
    ("a.tex", "\\documentclass{cards}\n" + each("\\blackcard{%%%d\n%s}\n", "\\whitecard{%%%d\n%s}\n")),
    ("b.tex", "\\section{Black}\n" + "".join("\\item %s\n" % text for text in BLACK) + "\\section{White}\n"
     + "".join("\\item %s\n" % text for text in WHITE) + "\\end{itemize}"),
    ("a.html", "<html><body><table><tr><th>Type</th><th>Text</th></tr>"
     + each("<tr><td>Black %d<td>%s", "<tr><td>White %d<td>%s") + "</table></body></html>"),
    ("b.html", "<!doctype html><h2>Questions</h2><ul>" + "".join("<li>%s" % text for text in BLACK)
     + "</ul><h2>Answers</h2><ul>" + "".join("<li>%s" % text for text in WHITE) + "</ul>"),
    ("c.html", "<table>" + each("<tr><td>Black %d<td>%s", "<tr><td>White %d<td>%s") + "</table>"),
    ("wcards.txt", "cards=" + "<>".join(BLACK + WHITE)),
    ("a.txt", each("[B] %.0s%s\n", "[W] %.0s%s\n")),
    ("a.md", "---\ntitle: Tea\n---\n# Black\n" + "".join("* %s\n" % text for text in BLACK) + "# White\n"
     + "".join("* %s\n" % text for text in WHITE))])
def test_the_cards_come_out(name, written):
    assert is_right(read(written.encode("utf-8"), name))


def cells(row):
    return "<table-row>%s<table-cell number-columns-repeated='900'/></table-row>" % "".join(
        "<table-cell><p>%s</p></table-cell>" % cell for cell in row)


def test_a_sheet_of_libreoffice_is_one():
    rows = [("Kind", "Text")] + [(kind, text) for text, kind, _ in cards()]
    sheet = "<x><table name='Tea'>%s<table-row number-rows-repeated='1000000'/></table></x>" % "".join(map(cells, rows))
    assert is_right(read(document(b"spreadsheet", ("content.xml", sheet.encode("utf-8"))), "tea.ods"))


@pytest.mark.parametrize("made", [
    lambda xml: document(b"text", ("content.xml", xml)),
    lambda xml: archive.packed([("[Content_Types].xml", b"<x/>"), ("word/document.xml", xml)])])
def test_a_document_is_read_as_its_paragraphs(made):
    words = "".join("<p><r>%s</r></p>" % text for text in ["Black cards"] + BLACK + ["White cards"] + WHITE)
    assert is_right(read(made(("<x>%s</x>" % words).encode("utf-8")), "tea.docx"))


def test_a_document_that_defines_entities_is_refused():
    evil = b"<!DOCTYPE x [<!ENTITY a 'aa'>]><x><p>&a;</p></x>"
    assert "damaged" in refusal(document(b"text", ("content.xml", evil)), "a.odt")


@pytest.mark.parametrize("page", ["<html><p>Hello there</p></html>", "<!doctype html><ul><li>Home<li>About</ul>"])
def test_a_page_without_cards_is_refused(page):
    assert "without a table or list of cards" in refusal(page.encode("ascii"), "a.html")


def test_lines_that_look_like_those_of_a_program_are_asked_about():
    lines = "".join("ADD %s _ and tea\n" % word for word in "a b c d e f g h".split())
    assert not read(lines.encode("ascii"), "cards.txt").proposal["sure"]


def test_remarks_above_the_cards_are_none():
    assert counts(read(b"# Ours\n// no others\nfog, mostly\nwarm tea\n", "tea.txt")) == [("tea", 0, 2)]


def test_lists_of_toml_keep_their_names_below_a_title():
    made = 'title = "Kettle"\nblack = [\n%s]\nwhite = [%s]\n' % tuple(
        "".join('  "%s",\n' % text for text in some) for some in (BLACK + ["Make a haiku."], WHITE))
    found = read(made.encode("ascii"), "a.toml")
    assert counts(found) == [("a", 7, 6)]


def test_a_word_with_a_style_is_no_code():
    found = read(b"\\documentclass{x}\n\\blackcard{Why \\blank?}\n\\whitecard{three \\emph{geese}}\n", "a.tex")
    assert counts(found) == [("a", 1, 1)] and found.packs[0].white == ("three *geese*",)


def test_a_small_table_of_a_page_is_read_where_its_names_say_that_it_has_cards():
    page = "<html><ul><li>Home<li>About</ul><table><tr><th>Type<th>Card<tr><td>Black<td>Why _?<tr><td>White<td>fog</table>"
    assert counts(read(page.encode("ascii"), "a.html")) == [("a", 1, 1)]


@pytest.mark.parametrize("content, words", [
    ("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\n", "a calendar"), ("BEGIN:VCARD\nFN:Ann\n", "addresses of people"),
    ("1\n00:00:01,000 --> 00:00:04,000\nWhere were you?\n", "subtitles"), ("WEBVTT\n\n00:01.000", "subtitles"),
    ("From: ann@example.org\nTo: bob@example.org\n cat@example.org\nSubject: Cards\n\nWhy _?\n", "an e-mail")])
def test_texts_that_hold_no_cards_are_told_what_they_are(content, words):
    assert words in refusal(content.encode("ascii"), "a.txt")
