"""The rows of SQL dumps, of any table and any database."""
from __future__ import unicode_literals

import sqlite3

import pytest

from decks.imports import formats
from decks.imports.reading.databases import sql
from decks.limits import ROW_ERRORS
from tests.decks.files import counts, parsed, problems

TEA = ((1, "The kettle's name\nis ____.", 0, 1, None), (2, "back\\slash \u2603 ____", 0, 1, "T"))


def values(text):
    """[(columns, values)] of the rows of a dump; all can be read."""
    found = list(sql.rows(text))
    assert [row.problem for row in found if row.values is None] == []
    return [(row.columns, row.values) for row in found]


@pytest.mark.parametrize("created", [
    "CREATE TABLE tea (\n  id integer NOT NULL,\n  -- (the words,\n  text character varying(255), pick int);",
    "CREATE TABLE IF NOT EXISTS \"tea\"(\"id\" integer primary key, \"text\" TEXT DEFAULT 'a,b)', pick numeric(3,1),"
    " UNIQUE (text, pick), CONSTRAINT x CHECK (pick > 0));",
    "create table `public`.`tea` (\n `id` int(11),\n `text` varchar(9) COMMENT 'it is, well',\n `pick` int,\n"
    "  PRIMARY KEY (`id`),\n KEY `k` (`pick`)\n);",
])
def test_the_order_of_columns_is_that_of_the_table(created):
    assert values(created + "\nINSERT INTO tea VALUES(1,'x',2);") == [
        (("id", "text", "pick"), ["1", "x", "2"])]


def test_the_columns_of_a_statement_win():
    created = "CREATE TABLE tea (id int, text text);\n"
    assert values(created + "INSERT INTO tea (text, id) VALUES ('x', 1);\nCOPY tea (text, id) FROM stdin;\ny\t2\n\\.\n") == [
        (("text", "id"), ["x", "1"]), (("text", "id"), ["y", "2"])]
    assert values(created + "COPY public.tea FROM stdin;\n2\ty\n\\.\n") == [(("id", "text"), ["2", "y"])]


@pytest.mark.parametrize("written, value", [
    ("'it''s'", "it's"), ("'a\\nb'", "a\\nb"), ("E'a\\nb'", "a\nb"), ("N'x'", "x"), ("'x'::text", "x"),
    ("'x'::character varying", "x"), ("NULL", None), ("TRUE", "TRUE"), ("-1.50", "-1.50"), ("1e3", "1e3"),
    ("replace('a\\nb','\\n',char(10))", "a\nb"), ("unistr('a\\u000ab')", "a\nb"),
    ("X'6bc3a9'", "k\xe9"), ("b'1'", "1")])
def test_values_of_all_databases_are_read(written, value):
    assert values("INSERT INTO tea VALUES (%s);" % written) == [(None, [value])]


def test_rows_may_be_selects_that_are_put_together():
    text = ("CREATE TABLE tea (text text, kind int);\nINSERT INTO tea\nSELECT 'it''s; hot', 1 UNION ALL\nSELECT 'b', NULL\n"
            "UNION SELECT 'c', -1;\nINSERT INTO tea SELECT * FROM coffee;\nINSERT INTO tea VALUES ('d', 2);")
    assert [row for _, row in values(text)] == [["it's; hot", "1"], ["b", None], ["c", "-1"], ["d", "2"]]


def test_selects_may_name_the_columns_and_a_broken_one_costs_no_other():
    found = list(sql.rows("INSERT INTO tea SELECT 'a' AS 'text', 1 AS kind UNION SELECT oops(), 2 UNION SELECT 'c', 3"))
    assert [row.columns for row in found] == [("text", "kind")] * 3
    assert [row.values for row in found] == [["a", "1"], None, ["c", "3"]] and "value 1" in found[1].problem


def test_a_table_with_thousands_of_broken_rows_is_read_no_further_and_others_are():
    text = "INSERT INTO milk VALUES (oops);\n" * 3000 + "INSERT INTO tea VALUES (1);\n"
    found = [(row.table, row.values) for row in sql.rows(text)]
    assert found == [("milk", None)] * (ROW_ERRORS + 1) + [("tea", ["1"])]


def test_the_escapes_of_mysql_are_read_in_its_dumps():
    text = "-- MySQL dump 10.13\nINSERT INTO `tea` VALUES (1,'it\\'s\\n\\\"hot\\\"'),(2,\"a 'b'\");"
    assert [row for _, row in values(text)] == [["1", "it's\n\"hot\""], ["2", "a 'b'"]]
    text = "CREATE TABLE `tea` (\n  `id` int\n) ENGINE=InnoDB DEFAULT CHARSET=utf8;\nINSERT IGNORE INTO tea VALUES ('\\'');"
    assert values(text) == [(("id",), ["'"])]


def test_what_sqlite_dumps_is_read_as_it_was(tmpdir):
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE black_cards (id integer, text text, draw int, pick int, watermark text)")
    connection.executemany("INSERT INTO black_cards VALUES (?, ?, ?, ?, ?)", TEA)
    dump = "\n".join(connection.iterdump())
    assert [tuple(row) for _, row in values(dump)] == [
        ("1", TEA[0][1], "0", "1", None), ("2", TEA[1][1], "0", "1", "T")]


def test_a_row_that_cannot_be_read_has_its_line_and_costs_no_other():
    text = "INSERT INTO tea (id, text) VALUES\n(1, 'a'),\n(2, now()),\n(3, 'c', 4),\n(5, 'e');\nINSERT INTO tea (id, text) VALUES (6, 'f"
    found = list(sql.rows(text))
    assert [row.values for row in found if row.values] == [["1", "a"], ["5", "e"]]
    assert [(row.line, row.problem) for row in found if not row.values] == [
        (3, "value 2 of the row cannot be read"), (4, "a row has 3 values for 2 columns"),
        (6, "value 2 of the row cannot be read")]


def test_a_dump_of_the_game_is_read_in_the_order_of_its_own_tables():
    found = parsed("pyx_other_order.sql")
    assert (found.format, problems(found), counts(found)) == (
        "pyx-sql", [("black", 3, 18, "a row has 4 values for 5 columns")], [("Kettle Pack", 2, 1)])
    assert found.packs[0].black == (("My kettle hums _ at night.", 1, 0), ("Swap _ for _.", 2, 0))
    assert found.packs[0].description == "All about kettles."


def test_other_tables_and_statements_are_passed_over():
    text = "SELECT 1;\nINSERT INTO users VALUES (1, 'x');\nINSERT INTO white_cards VALUES (1, 'tea', NULL);"
    assert counts(formats.parse(text.encode("ascii"))) == [("Cards in no set", 0, 1)]


def test_statements_of_sql_server_need_neither_into_nor_semicolons():
    dump = "INSERT [dbo].[Tea] ([Id], [Text]) VALUES (1, N'it''s hot')\nGO\nINSERT INTO tea VALUES (2, N'milk')\nINSERT tea VALUES (3, 'x')\n"
    assert values(dump) == [(("id", "text"), ["1", "it's hot"]), (None, ["2", "milk"]), (None, ["3", "x"])]


def test_a_bad_row_of_any_table_is_left_out_with_its_line():
    text = ("CREATE TABLE cards (id int, text text, black int);\nINSERT INTO cards VALUES\n(1, 'Why is _ late?', 1),\n"
            "(2, 'tea'),\n(3, 'milk', 0);")
    found = formats.parse(text.encode("ascii"), "tea.sql")
    assert (counts(found), problems(found)) == ([("tea", 1, 1)], [("pack", 2, 4, "a row has 2 values for 3 columns")])
