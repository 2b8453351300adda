"""Why a row of a dry run is not simply new or the same, in words."""
from __future__ import unicode_literals

import pytest

from decks.imports import dry_run, formats
from decks.imports.comparing import REPLACE, Nearness
from decks.models import WhiteCard
from tests.decks.shelf import a_deck, as_bytes

pytestmark = pytest.mark.django_db
POT = "a very large pot of tea with biscuits"


def reasons(content, name="cards.txt", deck=None):
    """[(status, reason)] of every row of a file."""
    parsed = formats.parse(content, name)
    plan = dry_run.plan_for(parsed, deck, None, REPLACE, "family", "en", nearness=Nearness())
    return [(row["status"], row["reason"]) for row in dry_run.rows(plan)]


def lines(*texts):
    return "\n".join(texts).encode("utf-8")


def test_what_is_new_or_the_same_needs_none():
    assert reasons(b"milk\nhoney", deck=a_deck("Tea", white=["milk"])) == [("same", ""), ("new", "")]


def test_a_double_says_which_line_had_it_first():
    first = "stands in the file already: \u201cmilk\u201d (line 1)"
    assert reasons(b"milk\n\nMILK.\nmilk") == [("new", ""), ("double", first), ("double", first)]


def test_a_near_one_says_to_what_and_where_that_is():
    near = "reads nearly like \u201c%s\u201d (%s)"
    assert reasons(lines("honey", POT, POT + "s"))[2] == ("near", near % (POT, "line 2"))
    assert reasons(lines(POT + "s"),
                   deck=a_deck("Tea", white=[POT]))[0] == ("near", near % (POT, "in the deck"))


def test_a_file_without_lines_counts_its_rows():
    content = as_bytes({"name": "Tea", "white": ["honey", "milk", "milk"]})
    assert reasons(content, "cards.json")[2] == ("double",
                                                 "stands in the file already: \u201cmilk\u201d (white 2)")


def test_of_many_packs_in_one_deck_the_other_is_named():
    content = as_bytes([{"name": name, "black": [], "white": ["milk"]} for name in ("Tea", "Cake")])
    double = "stands in the file already: \u201cmilk\u201d (white 1 of Tea)"
    assert reasons(content, "cards.json", a_deck("All")) == [("new", ""), ("double", double)]


def test_another_wording_says_what_the_deck_has():
    assert reasons(b"milk.", deck=a_deck("Tea", white=["Milk"])) == [
        ("changed", "text changed from \u201cMilk\u201d")]


def test_other_facts_of_a_card_are_told_one_by_one():
    deck = a_deck("Tea", black=[("_ and _", 1)], white=["milk"])
    WhiteCard.objects.update(tags="cold", attribution="Ann")
    assert reasons(b"kind,text,tags,attribution\nblack,_ and _,,\nwhite,milk,cold,\n", "cards.csv", deck) == [
        ("changed", "pick changed from 1 to 2"), ("changed", "attribution changed from Ann to none")]


def test_what_only_the_deck_has_stays_unless_it_is_replaced():
    found = reasons(b"milk", deck=a_deck("Tea", white=["milk", "100% honey"]))
    assert found[1] == ("only in the deck", "stays, unless the cards are replaced")


def test_what_cannot_be_used_says_why():
    assert reasons(lines("milk", "x" * 501, "ho\x01ney")) == [
        ("too long", "it has 501 characters, the limit is 500"),
        ("broken", "it holds the control character U+0001"), ("new", "")]


def test_percent_signs_stay_what_they_are():
    assert reasons(b"100%s tea\n100%s tea")[1][1] == "stands in the file already: \u201c100%s tea\u201d (line 1)"
