"""What the cards of a file would change in a deck."""
from __future__ import unicode_literals

import pytest

from decks.imports.comparing import ADD, ONLY_NEW, REPLACE, Incoming, Nearness, Stored, compare


def whites(*texts):
    return [Incoming("Tea", "white", row, text, 1, 0, None, None, row) for row, text in enumerate(texts, 1)]


def stored(*texts):
    return [Stored("white", 10 + place, place, text, 1, 0, "", "") for place, text in enumerate(texts)]


def told(changes):
    return [(row.status, row.card.text) for row in changes.rows]


def added(changes):
    return [(position, card.text) for position, card in changes.add]


def test_adding_brings_new_cards_to_the_end():
    changes = compare(whites("Milk", "Honey"), stored("Milk", "Sugar"), ADD)
    assert told(changes) == [("same", "Milk"), ("new", "Honey")]
    assert added(changes) == [(2, "Honey")] and changes.remove == []


def test_adding_takes_another_wording_at_the_old_place():
    changes = compare(whites("milk."), stored("Sugar", "Milk"), ADD)
    assert told(changes) == [("changed", "milk.")] and changes.rows[0].other.text == "Milk"
    assert added(changes) == [(1, "milk.")] and [card.text for card in changes.remove] == ["Milk"]


def test_adding_leaves_a_second_one_out():
    changes = compare(whites("Honey", "HONEY."), stored("Milk"), ADD)
    assert told(changes) == [("new", "Honey"), ("double", "HONEY.")] and changes.rows[1].other.text == "Honey"
    assert added(changes) == [(1, "Honey")]


def test_only_new_leaves_wordings_and_near_ones_alone():
    near = "a very large pot of tea with biscuits"
    changes = compare(whites("milk.", near + "s", "Honey"), stored("Milk", near), ONLY_NEW, Nearness())
    assert told(changes) == [("changed", "milk."), ("near", near + "s"), ("new", "Honey")]
    assert added(changes) == [(2, "Honey")] and changes.remove == []


def test_replacing_makes_the_deck_what_the_file_is():
    changes = compare(whites("Honey", "Milk", "Honey"), stored("Milk", "Sugar"), REPLACE)
    assert told(changes) == [("new", "Honey"), ("same", "Milk"), ("double", "Honey"),
                             ("only in the deck", "Sugar")]
    assert added(changes) == [(0, "Honey"), (1, "Milk"), (2, "Honey")] and len(changes.remove) == 2


@pytest.mark.parametrize("mode", [ADD, REPLACE, ONLY_NEW])
def test_what_is_there_already_changes_nothing(mode):
    changes = compare(whites("Milk", "Sugar", "Milk"), stored("Milk", "Sugar", "Milk"), mode)
    assert (changes.add, changes.remove) == ([], []) and {row.status for row in changes.rows} == {"same"}


def test_replacing_puts_cards_into_the_order_of_the_file():
    changes = compare(whites("Sugar", "Milk"), stored("Milk", "Sugar"), REPLACE)
    assert added(changes) == [(0, "Sugar"), (1, "Milk")] and {row.status for row in changes.rows} == {"same"}


def test_what_a_format_cannot_say_stays_as_it_was():
    old = Stored("white", 1, 0, "Milk", 1, 0, "dairy", "Ann")
    assert compare(whites("Milk"), [old], REPLACE).add == []
    changes = compare(whites("Milk."), [old], ADD)
    assert (changes.add[0][1].tags, changes.add[0][1].attribution) == ("dairy", "Ann")
    emptied = whites("Milk")[0]._replace(tags="", attribution="")
    assert [card.tags for _, card in compare([emptied], [old], REPLACE).add] == [""]


def test_another_pick_is_a_change():
    new = Incoming("Tea", "black", 1, "_ and _", 2, 0, None, None, 1)
    changes = compare([new], [Stored("black", 1, 0, "_ and _", 1, 0, "", "")], ADD)
    assert told(changes) == [("changed", "_ and _")] and len(changes.remove) == 1


def test_looking_for_near_ones_ends_when_it_has_cost_enough():
    texts, nearness = ["a very %s pot of tea with biscuits" % word
                       for word in ("large", "larch", "lurid")], Nearness(1)
    changes = compare(whites(*texts), [], REPLACE, nearness)
    assert [status for status, _ in told(changes)] == ["new", "near", "new"] and nearness.left == 0
