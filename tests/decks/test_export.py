"""Decks as files, in the shapes that other games and spreadsheets read."""
from __future__ import unicode_literals

import json

import pytest

from decks import export as files
from decks.cards.texts import fingerprint
from decks.imports import formats
from decks.models import BlackCard, WhiteCard
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db


def exported(deck, form):
    return files.export(deck, form)[2].decode("utf-8-sig")


def a_call(text, pick=1):
    """The one call of a deck with this black card, as Many Decks has it."""
    deck = a_deck("Tea", black=[(text, pick)])
    return json.loads(exported(deck, "manydecks"))["calls"][0]


def test_it_names_the_file_after_the_deck():
    deck = a_deck("Tea", white=["Milk"])
    assert [files.export(deck, form)[0] for form, _ in files.FORMATS] == [
        "tea.json", "tea.csv", "tea.jah.json", "tea.deck.json5"]
    with pytest.raises(KeyError):
        files.export(deck, "docx")


def test_our_own_file_says_everything():
    deck = a_deck("Tea", black=[("_ or _?", 2)], author="Ann", licence="CC0", description="Hot.",
                  tags="tea hot",
                  source_note="From the kettle.", rating="family")
    WhiteCard.objects.create(deck=deck, text="Milk", fingerprint=fingerprint("Milk"), tags="dairy",
                             attribution="Bob")
    assert json.loads(exported(deck, "deck")) == {
        "name": "Tea", "slug": "tea", "language": "en", "rating": "family", "description": "Hot.",
        "author": "Ann",
        "licence": "CC0", "source_note": "From the kettle.", "tags": "tea hot",
        "black": [{"text": "_ or _?", "pick": 2}],
        "white": [{"text": "Milk", "tags": "dairy", "attribution": "Bob"}]}


def test_many_decks_gets_lines_parts_and_slots():
    assert a_call("Why _?\n_!", 2) == [["Why ", {}, "?"], [{}, "!"]]


def test_many_decks_gets_styles_and_transforms():
    assert a_call("*Oh* _{^}, **no** *_{!}*", 2) == [[
        {"text": "Oh", "style": "Em"}, " ", {"transform": "Capitalize"}, ", ",
        {"text": "no", "style": "Strong"}, " ",
        {"transform": "UpperCase", "style": "Em"}]]


def test_many_decks_gets_the_answers_that_slots_share():
    assert a_call("_ hates _.") == [[{"index": 0}, " hates ", {"index": 0}, "."]]


def test_many_decks_gets_the_answers_that_slots_name():
    assert a_call("_{2} before _{1}", 2) == [[{"index": 1}, " before ", {"index": 0}]]


def test_emphasis_that_many_decks_would_read_in_another_way_stays_written():
    assert a_call("*_ is late*") == [["*", {}, " is late*"]]


def test_json_against_humanity_gets_a_pick_for_every_blank():
    deck = a_deck("Tea", black=[("_ hates _.", 1), ("_{2!} before _{1}", 2)], white=["Milk", "Milk"])
    assert json.loads(exported(deck, "jah")) == {
        "white": ["Milk", "Milk"],
        "black": [{"text": "_ hates _.", "pick": 2}, {"text": "_ before _", "pick": 2}],
        "packs": [{"name": "Tea", "official": False, "white": [0, 1], "black": [0, 1]}]}


def test_a_table_has_a_row_for_each_card():
    deck = a_deck("Tea", black=[("Why, _?", 1)], white=['a "cup"\nof tea'])
    assert exported(deck, "csv") == (
        'kind,text,pick,draw,tags,attribution\r\nblack,"Why, _?",1,0,,\r\nwhite,"a ""cup""\nof tea",,,,\r\n')


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@home", "'=1+1", "''tis", "'-", "=", "'"])
def test_spreadsheets_compute_nothing_and_the_text_comes_back(text):
    deck = a_deck("Tea", white=[text])
    cell = exported(deck, "csv").splitlines()[1].split(",")[1]
    assert cell[0] not in "=+-@\t\r"
    assert formats.parse(files.export(deck, "csv")[2], "tea.csv").packs[0].white == (text,)


def test_who_a_card_is_by_is_no_formula_either():
    deck = a_deck("Tea")
    BlackCard.objects.create(deck=deck, text="_?", fingerprint=fingerprint("_?"), attribution="=cmd()",
                             tags="+x")
    assert ",'+x,'=cmd()" in exported(deck, "csv")


@pytest.mark.parametrize("form", [form for form, _ in files.FORMATS])
def test_what_looks_like_an_entity_stays_what_it_is(form):
    deck = a_deck("Tea", black=[("&lt;b&gt; _", 1)], white=["salt &amp; pepper", "&nonsense; &#65;"])
    pack = formats.parse(files.export(deck, form)[2], files.export(deck, form)[0]).packs[0]
    assert pack.black[0][0] == "&lt;b&gt; _" and pack.white == ("salt &amp; pepper", "&nonsense; &#65;")
