"""Where each card stands in its file: in every row of a dry run, and in nothing that is stored."""
from __future__ import unicode_literals

import json

import pytest
import six

from decks.imports import dry_run, formats, jobs, looking, planning, storing
from decks.limits import JSON_LINED_COMMAS
from decks.models import Deck
from tests.decks.files import parsed

CSV = b'kind,text\nwhite,tea\nwhite,"a poem\nof tea"\nwhite,TEA\nblack,Who took the last of the tea _?\ngreen,tea\n'


@pytest.mark.parametrize("name, black, white", [
    ("cards.csv", [2, 3], [4, 5, 7]), ("cards.xlsx", [2, 3], [5, 6]), ("animals.tsv", [2, 3], [4, 6]),
    ("lines.txt", [1, 4], [2, 5, 6])])
def test_cards_know_the_lines_of_a_table_and_of_a_text(name, black, white):
    pack, = parsed(name).packs
    assert (list(pack.black_lines), list(pack.white_lines)) == (black, white)


def test_cards_of_a_dump_know_where_their_texts_stand():
    office, tea, lost = parsed("pyx.sql").packs
    assert (office.black_lines, office.white_lines) == ((6, 7), (12, 13))
    assert (tea.black_lines, tea.white_lines, lost.white_lines) == ((8, 6), (14,), (15,))


@pytest.mark.parametrize("name, black, white", [
    ("all_bad_cards.json", (2, 2, 2), (3, 3)), ("cardcast.json", (2, 3, 4), (5, 5)),
    ("crcast.json", (2, 2), (3, 3, 3)),
    ("deck_file.json", (3, 3), (4, 4)), ("django_2013.json", (2, 3), (4, 4)),
    ("jah_full.json", (4, 5), (3, 3)),
    ("jah_compact.json", (11, 12, 13), (3, 4, 5, 4))])
def test_cards_of_json_know_where_their_first_texts_stand(name, black, white):
    pack = parsed(name).packs[0]
    assert (pack.black_lines, pack.white_lines) == (black, white)


def test_calls_of_many_decks_know_their_lines_where_the_file_is_plain_json():
    pack, = formats.parse(b'{"name": "A", "calls": [\n[[{"transform": "UpperCase"},\n" is late"]]],\n"responses": ["tea"]}').packs
    assert (pack.black_lines, pack.white_lines) == ((2,), (4,))


def test_rows_of_json_that_cannot_be_used_are_told_with_their_lines():
    broken = formats.parse(b'{"name": "A",\n"white": ["tea",\n"",\n{"pick": 1}, {"tags": [],\n"text": "\\u0001"}]}').errors
    assert [(error.row, error.line) for error in broken] == [(2, 3), (3, 0), (4, 5)]


def test_the_facts_of_a_deck_are_plain_texts():
    deck, = parsed("deck_file.json").packs
    assert {type(fact) for fact in (deck + deck.white + deck.black[0])
            if isinstance(fact, six.text_type)} == {six.text_type}


def one_line():
    return json.dumps({"name": "A", "white": ["tea"]})


def many_commas():
    return '{"name": "A", "extras": [%s],\n"white": ["tea"]}' % ("0," * JSON_LINED_COMMAS + "0")


@pytest.mark.parametrize("content", [one_line(), many_commas(), "{name: 'A',\nwhite: ['tea']}"])
def test_json_of_one_line_or_too_many_commas_and_json5_have_none(content):
    pack, = formats.parse(content.encode("ascii")).packs
    assert (pack.white, pack.white_lines) == (("tea",), ())


def test_a_database_has_none():
    assert all(pack.black_lines == pack.white_lines == () for pack in parsed("pyx.sqlite").packs)


@pytest.mark.django_db
class TestDryRun(object):
    def test_every_row_has_its_line(self, django_user_model):
        job = jobs.look(django_user_model.objects.create_user("ann"), CSV, "tea.csv")
        told = [(row["status"], row["kind"], row["row"], row["line"])
                for row in looking.result_of(job)["dry_run"]["rows"]]
        assert told == [("broken", "white", 4, 7), ("double", "white", 3, 5), ("new", "black", 1, 6),
                        ("new", "white", 1, 2),
                        ("new", "white", 2, 3)]

    def test_a_card_that_only_the_deck_has_stands_in_no_line(self):
        storing.store(planning.plan(formats.parse(b"tea\nmilk", "tea.txt")))
        plan = planning.plan(formats.parse(b"\n\ntea", "tea.txt"))
        assert [(row["status"], row["line"])
                for row in dry_run.rows(plan)] == [("same", 3), ("only in the deck", 0)]

    def test_a_file_whose_cards_only_stand_in_other_lines_is_the_same(self):
        storing.store(planning.plan(formats.parse(b"tea\nmilk", "tea.txt")))
        digest = Deck.objects.get().source_digest
        plan = planning.plan(formats.parse(b"\ntea\n\n\nmilk\n", "tea.txt"))
        assert (plan.decks[0].status, plan.decks[0].digest) == ("same", digest)

    @pytest.mark.parametrize("name, content, digest", [
        ("tea.txt", b"tea\nmilk", "3b371b78daa49657ff4f1fbe88111edbc77344d3dcc6f772a5179a5b0c2031ef"),
        ("tea.csv", b"kind,text,tags\nwhite,tea,hot\n",
         "cb1b194cc046ee2b56a1e8decece26b31fa3a5a2d5c32dbfbda095c5cbcc1495")])
    def test_decks_that_were_stored_before_cards_knew_their_lines_are_the_same(self, name, content, digest):
        assert planning.plan(formats.parse(content, name)).decks[0].digest == digest
