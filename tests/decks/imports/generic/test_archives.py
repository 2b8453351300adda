"""Several files in an archive are one import."""

from __future__ import unicode_literals

import io
import zipfile

from tests.decks.files import counts, problems
from tests.decks.imports.generic.shaping import is_right, read, texts


def zipped(**files):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in sorted(files.items()):
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return made.getvalue()


def lines(kind):
    return "\n".join(texts(kind)).encode("utf-8")


def test_an_archive_in_an_archive_is_told_what_it_is():
    found = read(zipped(white_dot_txt=lines("white"), more_dot_zip=zipped(black_dot_txt=lines("black"))), "tea.zip")
    assert counts(found) == [("tea", 0, 6)]
    assert [problem for _, _, _, problem in problems(found)] == [
        "it is an archive within this one; unpack it, and bring its files in"]


def test_several_files_of_one_kind_each_are_one_deck():
    found = read(
        zipped(black_dot_txt=lines("black"), white_dot_txt=lines("white"), README_dot_md=b"# Hello"),
        "tea.zip",
    )
    assert is_right(found) and counts(found) == [("tea", 6, 6)] and found.proposal["sure"], found.proposal


def table(head, row):
    return "\n".join([head] + [row % pair for pair in zip(texts("black"), texts("white"))]).encode("utf-8")


def test_files_that_are_laid_out_differently_are_read_each_in_its_way():
    rows = '"black","%s"\n"white","%s"'
    found = read(zipped(tea_dot_csv=table("kind,text", rows), cake_dot_csv=table("black,white", '"%s","%s"')), "all.zip")
    assert sorted(counts(found)) == [("cake", 6, 6), ("tea", 6, 6)] and found.proposal["sure"], found.proposal


def test_a_web_page_with_a_table_is_read_and_one_without_is_not_looked_at():
    page = b"<table><tr><th>black</th><th>white</th></tr>%s</table>" % b"".join(
        ("<tr><td>%s</td><td>%s</td></tr>" % pair).encode("utf-8") for pair in zip(texts("black"), texts("white")))
    assert counts(read(zipped(tea_dot_html=page, index_dot_html=b"<p>Hello</p>"), "tea.zip")) == [("tea", 6, 6)]


def test_a_document_that_cannot_be_read_is_named():
    found = read(zipped(tea_dot_csv=table("black,white", '"%s","%s"'), more_dot_pdf=b"%PDF-1.4 tea"), "tea.zip")
    assert counts(found) == [("tea", 6, 6)]
    assert "this is a PDF" in problems(found)[0][3]


def test_a_folder_of_each_deck_is_a_deck():
    found = read(
        zipped(
            Tea__black_dot_txt=lines("black"),
            Tea__white_dot_txt=lines("white"),
            Milk__white_dot_txt=lines("white"),
        ),
        "x.zip",
    )
    assert sorted(counts(found)) == [("Milk", 0, 6), ("Tea", 6, 6)]


def test_files_of_known_shapes_come_together():
    found = read(
        zipped(
            a_dot_json=b'{"name": "Tea", "white": ["milk"]}',
            b_dot_csv=b"kind,text\nwhite,rain",
            c_dot_json=b"{",
        ),
        "x.zip",
    )
    assert counts(found) == [("Tea", 0, 1), ("b", 0, 1)]
    assert [(error.pack, error.kind) for error in found.errors] == [("c.json", "pack")]


def test_files_of_one_name_in_an_archive_are_called_by_their_folders():
    found = read(zipped(tea__cards_dot_csv=b"kind,text\nwhite,milk\n",
                        cake__cards_dot_csv=b"kind,text\nwhite,icing\n"), "x.zip")
    assert sorted(counts(found)) == [("cake", 0, 1), ("tea", 0, 1)]


def test_a_file_that_is_called_like_a_kind_says_it_in_a_folder_of_several():
    found = read(zipped(Tea__black_dot_txt=b"Why _?\nMake a haiku.", Tea__white_dot_txt=b"milk\nfog",
                        Cake__black_dot_txt=b"Who ate _?", Cake__white_dot_txt=b"icing"), "x.zip")
    assert sorted(counts(found)) == [("Cake", 1, 1), ("Tea", 2, 2)]


def test_what_is_no_card_file_is_told_inside_an_archive_too():
    found = read(zipped(tea_dot_txt=lines("white"), rules_dot_xls=b"\xd0\xcf\x11\xe0..."), "x.zip")
    assert "old Excel" in problems(found)[0][3]


def test_a_list_in_markdown_is_cards_where_its_name_says_so():
    found = read(zipped(black_dot_md=b"* Why _?\n* Who _?\n* When _?", white_dot_txt=b"milk\nfog"), "x.zip")
    assert counts(found) == [("x", 3, 2)]
