"""The SQL dump and the SQLite file of Pretend You're Xyzzy."""
from __future__ import unicode_literals

import io
import sqlite3

import pytest
import six
from django.core.management import call_command

from decks.imports import formats
from decks.imports.reading.shapes import marks
from decks.imports.reading.texts.markup import plain
from decks.models import BlackCard, Deck, WhiteCard
from tests.clocks import at_most
from tests.decks.files import content, counts, parsed, problems, refusal


def database(tmpdir, script):
    """The sample database, changed by a script, as bytes."""
    path = tmpdir.join("changed.sqlite")
    path.write_binary(content("pyx.sqlite"))
    connection = sqlite3.connect(str(path))
    connection.executescript(script)
    connection.close()
    with io.open(str(path), "rb") as source:
        return source.read()


def test_it_reads_the_sets_of_a_dump_by_their_weight():
    found = parsed("pyx.sql")
    assert (found.format, found.errors) == ("pyx-sql", ())
    assert counts(found) == [("Office Pack", 2, 2), ("Tea Pack", 2, 1), ("Cards in no set", 0, 1)]
    assert found.packs[1].description == "Of tea; it's hot."


def test_its_markup_becomes_plain_text():
    office, tea, _ = parsed("pyx.sql").packs
    assert office.black == (("Our mascot is _.", 1, 0), ("*Breaking* news:\n_ & friends!", 1, 0))
    assert tea.black[0] == ("Name **three** things. _ _ _", 3, 2)
    assert office.white == ("A stapler & its feelings.", "The *office plant*, I <3 it.")
    assert tea.white == ("Tabs and\\backslashes.",)


def test_its_watermarks_are_tags():
    office, tea, _ = parsed("pyx.sql").packs
    assert (marks(office, "white"), tea.white_marks) == ([("OP", ""), ("OP", "")], ())


@pytest.mark.parametrize("html, text", [
    ("<i>a <b>b</b></i> c", "*a* **b** c"), ("<I>a<BR/>b</I>", "*a*\n*b*"), ("<em> a </em>b", " *a* b"),
    ("I <3 <unknown tags> & <a href='x'>links</a>", "I <3 <unknown tags> & links"),
    ("<i></i>x</i> y<b>", "x y"),
    ("<script>x</script>", "<script>x</script>"), ("<p>a</p><p>b</p>", "\na\n\nb\n"), ("<i>**</i>", "**")])
def test_only_known_tags_are_read(html, text):
    assert plain(html) == text


def test_a_card_that_cannot_be_used_is_named_once_with_its_line():
    found = formats.parse(content("pyx.sql").replace(b"A stapler &amp; its feelings.", b" "))
    assert problems(found) == [("white", 1, 12, "its text is empty")]


def test_a_join_to_no_card_is_named_with_its_line():
    found = formats.parse(content("pyx.sql").replace(b"VALUES (10, 2)", b"VALUES (10, 99)"))
    assert problems(found) == [("white", 2, 30, "it points to card 99, which is not there")]


@pytest.mark.parametrize("old, new, row", [
    (b"\\.\n\nCOPY public", b"\n\nCOPY public",
     ("black", 4, 5, 'the COPY block that begins here has no end ("\\.")')),
    (b"7\t0\t1\t", b"7\t0\t", ("black", 1, 6, "a row has 4 values for 5 columns")),
    (b"(10, 1);", b"(10, 1;", ("pack", 1, 29, "value 2 of the row cannot be read")),
    (b"(10, 1);", b"(10, 'x);", ("pack", 1, 29, "value 2 of the row cannot be read")),
    (b"(10, 1);", b"(10, now());", ("pack", 1, 29, "value 2 of the row cannot be read")),
    (b"(10, 1);", b"(10, 1) 7;", ("pack", 2, 29, "after a row there must be a comma or a semicolon")),
])
def test_a_row_of_a_dump_that_is_broken_costs_no_other(old, new, row):
    found = formats.parse(content("pyx.sql").replace(old, new))
    assert problems(found)[0] == row
    assert counts(found)[0][0] == "Office Pack" and len(found.packs) == 3


def test_a_wrong_order_of_columns_is_never_read():
    """In the order that the game has by itself, the draw of these cards would be their text."""
    found = formats.parse(b"INSERT INTO black_cards VALUES (1, 'My kettle speaks ____.', 0, 1, 'T');")
    assert found.format == "generic" and found.packs[0].black == (("My kettle speaks _.", 1, 0),)


def test_cards_without_an_id_are_all_kept():
    rows = b"create table white_cards(text text);\ninsert into white_cards values ('tea'), ('warm milk');"
    assert formats.parse(rows).packs[0].white == ("tea", "warm milk")


def test_other_sql_is_refused():
    assert refusal(b"SELECT 1;", "cards.sql") == "there are no rows of tables in this SQL"
    assert refusal(b"INSERT INTO card_set VALUES (1, true, true, 'x', 'y', 1);") == (
        "there are no rows of black_cards or white_cards in the file")


def test_it_reads_a_database():
    found = parsed("pyx.sqlite")
    assert (found.format, found.errors) == ("pyx-sqlite", ())
    assert counts(found) == [("Museum", 2, 2), ("Cards in no set", 0, 1)]
    assert found.packs[0].black == (("The museum lost _ again.", 1, 0), ("_ was painted by *_*.", 2, 0))
    assert found.packs[0].white[1] == 'Seven "modern" chairs.'


def test_a_damaged_database_is_refused():
    assert refusal(content("pyx.sqlite")[:5000]).startswith("the database cannot be read: ")


@pytest.mark.parametrize("script, found", [
    ("DROP TABLE card_set;", [("Imported cards", 2, 3)]),
    ("DROP TABLE white_cards; CREATE VIEW white_cards AS "
     "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
     "SELECT i AS id, 'tea' AS text, '' AS watermark FROM n;", [("Museum", 2, 0)]),
    ("ALTER TABLE white_cards RENAME COLUMN text TO words;", [("Museum", 2, 2), ("Imported cards", 0, 1)]),
])
def test_a_database_that_is_another_is_read_as_its_tables_look(tmpdir, script, found):
    parsed = formats.parse(database(tmpdir, script))
    assert (parsed.format, counts(parsed)) == ("generic", found)


def test_a_database_that_computes_is_refused(tmpdir):
    script = ("DROP TABLE white_cards; CREATE TABLE white_cards (id INTEGER, watermark TEXT, "
              "text TEXT GENERATED ALWAYS AS (hex(zeroblob(400000000))) VIRTUAL);")
    if sqlite3.sqlite_version_info < (3, 31):
        pytest.skip("this SQLite knows no computed columns")
    assert "the database computes columns of white_cards" in refusal(database(tmpdir, script))


def dump(black, white, sets):
    """A dump with so many cards, each in one of so many sets."""
    lines = ["COPY card_set (id, active, base_deck, description, name, weight) FROM stdin;"]
    lines += ["%d\tt\tf\t\\N\tSet %d\t%d" % (number, number, number) for number in range(sets)] + ["\\."]
    lines.append("COPY black_cards (id, draw, pick, text, watermark) FROM stdin;")
    lines += ["%d\t0\t1\tThe <i>%dth</i> guest brought ____ &amp; a long story.\tX" % (n, n)
              for n in range(black)]
    lines += ["\\.", "COPY white_cards (id, text, watermark) FROM stdin;"]
    lines += ["%d\tA teapot, the %dth of its kind, whose lid sings &quot;la&quot;.\tX" % (n, n)
              for n in range(white)]
    for kind, count in (("black", black), ("white", white)):
        lines += ["\\.", "COPY card_set_%s_card (card_set_id, %s_card_id) FROM stdin;" % (kind, kind)]
        lines += ["%d\t%d" % (number % sets, number) for number in range(count)]
    return "\n".join(lines + ["\\."]).encode("ascii")


@pytest.mark.one_stack
def test_a_dump_of_the_size_of_the_real_one_is_read_in_time():
    content = dump(black=6800, white=25000, sets=200)
    with at_most(8):
        found = formats.parse(content)
    assert (len(found.packs), found.errors) == (200, ())
    assert sum(len(pack.black) for pack in found.packs) == 6800
    assert sum(len(pack.white) for pack in found.packs) == 25000
    assert found.packs[7].black[0] == ("The *7th* guest brought _ & a long story.", 1, 0)


@pytest.mark.one_stack
@pytest.mark.django_db
def test_a_dump_of_the_size_of_the_real_one_is_imported_in_time(tmpdir):
    file = tmpdir.join("pyx.sql")
    file.write_binary(dump(black=6800, white=25000, sets=200))
    with at_most(20):
        call_command("import_deck", str(file), stdout=six.StringIO(), stderr=six.StringIO())
    assert (Deck.objects.count(), BlackCard.objects.count(), WhiteCard.objects.count()) == (200, 6800, 25000)
