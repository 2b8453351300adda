"""Tables with headers in any words or none, spreadsheets with several sheets, databases, dumps."""

from __future__ import unicode_literals

import io
import sqlite3

import pytest

from decks.imports.generic import mapping
from decks.imports.generic.shapes import Mapping
from tests.decks.files import counts
from tests.decks.imports.generic.shaping import WHITE, cards, is_right, read, texts


def table(rows, delimiter=","):
    """CSV of rows."""
    return "\n".join(
        delimiter.join('"%s"' % cell if delimiter in "%s" % cell else "%s" % cell for cell in row)
        for row in rows
    ).encode("utf-8")


def rows(*order):
    """The cards as rows; `order` has the places of text, kind, pick."""
    return [[card[place] for place in order] for card in cards()]


TABLES = {
    "known words": [["Kind of card", "Card text"]] + rows(1, 0),
    "known words in another order": [["Text", "Picks", "Type"]] + rows(0, 2, 1),
    "Spanish": [["tipo", "texto"]]
    + [["negra" if kind == "black" else "blanca", text] for text, kind, _ in cards()],
    "Japanese": [["\u7a2e\u985e", "\u30c6\u30ad\u30b9\u30c8"]]
    + [["\u9ed2" if kind == "black" else "\u767d", text] for text, kind, _ in cards()],
    "Russian without a header": [
        ["\u0447\u0451\u0440\u043d\u0430\u044f" if kind == "black" else "\u0431\u0435\u043b\u0430\u044f", text]
        for text, kind, _ in cards()
    ],
    "words that nobody knows": [["Ruut", "Vorp"]] + rows(1, 0),
    "no header": rows(1, 0),
    "no header, with picks": rows(0, 2, 1),
    "a title above": [["My cards", ""], ["", ""], ["Type", "Text"]] + rows(1, 0),
    "a column of each kind": [["Black", "White"]]
    + [list(pair) for pair in zip(texts("black"), texts("white"))],
    "a column of questions and one of answers": [["Questions", "Answers", "Id"]]
    + [[black, white, 7] for black, white in zip(texts("black"), texts("white"))],
}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("shape", sorted(TABLES))
def test_cards_are_found_in_any_table(shape, delimiter):
    found = read(table(TABLES[shape], delimiter), "tea.csv")
    assert is_right(found), (found, found.proposal)
    assert found.proposal["sure"], found.proposal


def test_a_column_of_sets_makes_decks():
    body = [["Tea" if place % 2 else "Milk"] + row for place, row in enumerate(rows(1, 0))]
    for header in ([["Set", "Type", "Text"]], []):
        assert counts(read(table(header + body), "x.csv")) == [("Milk", 3, 3), ("Tea", 3, 3)]


@pytest.mark.parametrize(
    "name, kind", [("black.csv", "black"), ("white_cards.txt", "white"), ("Answers.tsv", "white")]
)
def test_a_file_of_one_kind_says_so_by_its_name(name, kind):
    found = read("\n".join(texts(kind)).encode("ascii"), name)
    assert counts(found)[0][1:] == ((6, 0) if kind == "black" else (0, 6)) and found.proposal["sure"]


def test_lines_with_commas_are_no_table():
    assert read(b"fog, mist\na damp sock\nsalt, pepper\nWhy, oh _?", "x.csv").format == "lines"
    assert read(b"fog, mist\nsalt, pepper\nrain, snow", "x.csv").format == "lines"


def test_the_lines_of_a_letter_are_no_white_cards_without_a_yes():
    letter = [
        "Dear neighbours, the tea in the kitchen belongs to everybody who washes a cup.",
        "Yesterday somebody drank all of it, and left nothing but a note and one biscuit.",
        "We would like to know who that was.",
        "Please come to the yard at six, and bring the teapot that you have borrowed.",
    ]
    found = read("\n".join(letter).encode("ascii"), "letter.txt")
    assert not found.proposal["sure"] and len(found.packs[0].white) == 4
    assert read("\n".join(WHITE).encode("ascii"), "x.txt").proposal is None


def test_lines_that_ask_are_no_white_cards_without_a_yes():
    found = read(b"Why is the tea cold?\nWho took the last biscuit?\na damp sock", "x.txt")
    assert (found.proposal["mapping"]["kind"], found.proposal["sure"]) == ("*questions", False)
    assert counts(found) == [("x", 2, 1)]


@pytest.mark.parametrize("mark", ["?", "\uff1f", "\u061f", "?\u201d"])
def test_one_question_without_a_blank_among_many_cards_is_asked_about(mark):
    lines = ["_ is late again, number %d." % number for number in range(30)] + list(WHITE) + ["Who drank all the tea" + mark]
    found = read("\n".join(lines).encode("utf-8"), "x.txt")
    assert not found.proposal["sure"] and counts(found) == [("x", 31, 8)]


def test_a_question_is_what_the_mapping_says():
    lines = b"Who drank all the tea?\n_ is late.\nMe, perhaps?\na damp sock"
    assert counts(read(lines, "x.txt", mapping=Mapping(text="(text)", kind="*blanks"))) == [("x", 1, 3)]
    assert counts(read(lines, "x.txt", mapping=Mapping(text="(text)", kind="*questions"))) == [("x", 3, 1)]


def test_a_quote_in_the_middle_of_a_cell_joins_no_rows():
    found = read(b'Type,Text\nwhite,6" of snow\nwhite,a 3" nail\nblack,Why _?', "x.csv")
    assert found.packs[0].white == ('6" of snow', 'a 3" nail')


def book(**sheets):
    import openpyxl

    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, body in sorted(sheets.items()):
        sheet = made.create_sheet(title)
        for row in body:
            sheet.append(row)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def test_a_sheet_of_each_kind_is_one_deck():
    found = read(
        book(Black=[[text] for text in texts("black")], White=[[text] for text in texts("white")]), "tea.xlsx"
    )
    assert is_right(found) and counts(found) == [("tea", 6, 6)] and found.proposal["sure"]


def test_a_sheet_of_each_deck_is_a_deck():
    known = [["Kind", "Text"]] + rows(1, 0)
    assert counts(read(book(Tea=known, Milk=known), "x.xlsx")) == [("Milk", 6, 6), ("Tea", 6, 6)]
    other = [["Sort", "Card"]] + rows(1, 0)
    assert counts(read(book(Tea=other, Milk=other), "x.xlsx")) == [("Milk", 6, 6), ("Tea", 6, 6)]


def database(script, *inserts):
    connection = sqlite3.connect(":memory:")
    connection.executescript(script)
    for statement, values in inserts:
        connection.executemany(statement, values)
    return connection


SCHEMA = (
    "CREATE TABLE decks (id integer, name text); INSERT INTO decks VALUES (4, 'Tea'); CREATE TABLE users (id, email);"
    "CREATE TABLE cards (id integer, words text, is_black integer, deck_id integer);"
)
CARDS = [(number, text, kind == "black", 4) for number, (text, kind, _) in enumerate(cards())]


def test_any_table_of_a_database_is_read(tmpdir):
    path = tmpdir.join("x.sqlite")
    target = sqlite3.connect(str(path))
    for line in database(SCHEMA, ("INSERT INTO cards VALUES (?, ?, ?, ?)", CARDS)).iterdump():
        target.execute(line) if line not in ("BEGIN TRANSACTION;", "COMMIT;") else None
    target.commit()
    target.close()
    found = read(path.read_binary(), "x.sqlite")
    assert is_right(found) and counts(found) == [("Tea", 6, 6)] and found.proposal["sure"], found.proposal
    assert mapping.from_dict(found.proposal["mapping"]).text == "words"  # names are texts on old Pythons, too


def test_any_table_of_a_dump_is_read():
    dump = "\n".join(database(SCHEMA, ("INSERT INTO cards VALUES (?, ?, ?, ?)", CARDS)).iterdump())
    found = read(dump.encode("utf-8"), "x.sql")
    assert is_right(found) and counts(found) == [("Tea", 6, 6)], found.proposal
    assert found.packs[0].black_lines[0] > 1


def test_lines_may_say_their_kind_before_the_text():
    rows = ["%s: %s" % ("Q" if kind == "black" else "A", text) for text, kind, _ in cards()]
    found = read("\n".join(rows).encode("ascii"), "tea.txt")
    assert is_right(found) and found.proposal["sure"]


def test_lines_may_stand_below_headings():
    body = "# Black cards\n\n%s\n\n# White cards\n%s\n" % ("\n".join(texts("black")), "\n".join(texts("white")))
    found = read(body.encode("ascii"), "tea.txt")
    assert is_right(found) and found.proposal["sure"]


def test_headings_may_be_underlined_and_stand_below_the_name_of_a_deck():
    kinds = "\n".join("%s cards\n=====\n\n%s\n" % (kind, "\n".join(texts(kind))) for kind in ("black", "white"))
    found = read(kinds.encode("ascii"), "tea.txt")
    assert is_right(found) and found.proposal["sure"]
    body = "# Tea time\n\n## Black\n%s\n---\n## White\n%s\n" % tuple(
        "\n".join("- " + text for text in texts(kind)) for kind in ("black", "white"))
    found = read(body.encode("ascii"), "cards.md")
    assert is_right(found) and counts(found) == [("Tea time", 6, 6)]


@pytest.mark.parametrize("mark", ["- %s", "* %s", '"%s"', None])
def test_a_list_of_lines_loses_what_makes_it_a_list(mark):
    rows = texts("black")[:3] + texts("white")
    lines = [mark % row if mark else "%d. %s" % (number, row) for number, row in enumerate(rows, 4)]
    pack = read("\r\n".join(lines).encode("ascii"), "tea.txt").packs[0]
    assert [card[0] for card in pack.black] == list(texts("black")[:3]) and pack.white == tuple(texts("white"))


def test_a_dash_that_not_all_lines_have_is_part_of_its_card():
    assert read(b"- and then\nrain\nhail\n", "tea.txt").packs[0].white[0] == "- and then"


def test_a_longer_column_of_answers_does_not_hide_the_title_above():
    columns = [["Our game of 2021", ""], ["Black cards", "White cards"]]
    columns += [[black, white] for black, white in zip(texts("black"), texts("white"))]
    columns += [["", "card %d of many" % number] for number in range(8)]
    found = read(table(columns), "x.csv")
    assert counts(found) == [("x", 6, 14)] and found.proposal["sure"]


def test_two_columns_of_which_one_asks_are_a_guess_that_somebody_confirms():
    found = read(table([list(pair) for pair in zip(texts("white"), texts("black"))]), "x.csv")
    assert is_right(found) and not found.proposal["sure"]


def test_a_column_of_words_that_is_left_out_is_said_and_asked_about():
    columns = [["one tired otter %d" % number, "some odd sock %d" % number] for number in range(6)]
    for header in ([], [["Front", "Back"]], [["Home", "Away"]]):
        proposal = read(table(header + columns), "x.csv").proposal
        assert not proposal["sure"] and "left out" in proposal["reasons"][-1]


def test_a_question_without_a_blank_makes_no_decks_of_kinds_that_nobody_knows():
    marks = {"black": "X", "white": "O"}
    rows = [[marks[kind], "Make a haiku." if text == texts("black")[1] else text] for text, kind, _ in cards()]
    assert not read(table(rows), "tea.csv").proposal["sure"]


def test_a_column_that_splits_as_the_blanks_do_is_not_taken_for_decks_unasked():
    body = [["vix" if kind == "black" else "olp", text] for text, kind, _ in cards()]
    proposal = read(table(body), "x.csv").proposal
    assert not proposal["sure"] and "Perhaps column 1 says which cards are black." in proposal["reasons"]


def test_a_text_that_is_called_so_needs_no_yes_because_of_a_comment():
    columns = [["Type", "Text", "Comment"]] + [row + ["said by somebody %d" % place]
                                               for place, row in enumerate(rows(1, 0))]
    assert read(table(columns), "x.csv").proposal["sure"]


def test_the_name_of_a_file_says_less_than_a_pick():
    found = read([{"text": text.replace("_", "\u2588\u2588"), "answers": pick} for text, _, pick in cards()], "answers.json")
    assert is_right(found) and found.proposal["mapping"]["kind"] == "*pick"


@pytest.mark.parametrize("header, kinds", [("text", "*blanks"), ("Question", "*black"), ("White cards", "*white")])
def test_what_stands_above_a_single_column_is_no_card(header, kinds):
    body = texts("white") if kinds == "*white" else texts("black")
    found = read("\n".join([header] + ['"%s"' % text for text in body]).encode("ascii"), "tea.csv")
    assert found.proposal["mapping"]["kind"] == kinds and not found.proposal["sure"]
    assert counts(found) == [("tea", 0, 6) if kinds == "*white" else ("tea", 6, 0)]


def test_what_anki_says_above_its_notes_is_no_card():
    notes = "".join("%s\t%s\ttea\n" % (text, kind) for text, kind, _ in cards())
    for columns in ("", "#columns:Text\tType\tTags\n"):
        found = read(("#separator:tab\n#html:true\n%s#tags column:3\n%s" % (columns, notes)).encode("ascii"), "a.txt")
        assert is_right(found) and found.packs[0].name in ("a", "tea")


def test_columns_without_anything_in_them_are_not_offered():
    found = read(book(Tea=[pair + [""] * 5 for pair in map(list, zip(texts("black"), texts("white")))]), "tea.xlsx")
    assert [field["name"] for field in found.proposal["fields"] if field["name"].isdigit()] == ["1", "2"]
