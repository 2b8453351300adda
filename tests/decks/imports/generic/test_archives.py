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
