"""What differs between two deck documents."""
from __future__ import unicode_literals

from decks.history.differences import between


def white(*cards):
    return {"name": "Tea", "black": [], "white": list(cards)}


def of_white(old, new):
    """(texts added, texts removed, [(old text, new text)], reordered) of the white cards."""
    found = between(white(*old), white(*new))["white"]
    return ([card["text"] for card in found["added"]], [card["text"] for card in found["removed"]],
            [(before["text"], after["text"]) for before, after in found["changed"]], found["reordered"])


def test_the_same_differs_in_nothing():
    found = between(white("Milk"), white("Milk"))
    nothing = {"added": [], "removed": [], "changed": [], "reordered": False}
    assert found == {"facts": [], "black": nothing, "white": nothing}


def test_it_tells_facts_that_were_changed_or_are_new():
    found = between({"name": "Tea", "licence": "CC0"}, {"name": "Tea time", "licence": "CC0", "tags": "hot"})
    assert found["facts"] == [("name", "Tea", "Tea time"), ("tags", "", "hot")]


def test_it_tells_cards_that_came_and_went():
    assert of_white(["Milk", "Sugar"], ["Sugar", "A saucer"]) == (["A saucer"], ["Milk"], [], False)


def test_another_case_or_tag_is_a_change():
    found = between(white("milk"), white({"text": "Milk.", "tags": "dairy"}))["white"]
    assert found["changed"] == [({"text": "milk"}, {"text": "Milk.", "tags": "dairy"})] and not found["added"]


def test_another_pick_is_a_change():
    old, new = {"text": "_ is _", "pick": 2}, {"text": "_ is _", "pick": 1}
    assert between({"black": [old]}, {"black": [new]})["black"]["changed"] == [(old, new)]


def test_other_words_in_the_same_place_are_a_change_if_half_are_kept():
    assert of_white(["A", "The cold tea", "B"],
                    ["A", "The hot tea", "B"]) == ([], [], [("The cold tea", "The hot tea")], False)
    assert of_white(["A", "The cold tea", "B"],
                    ["A", "Grandma", "B"]) == (["Grandma"], ["The cold tea"], [], False)


def test_more_and_fewer_cards_in_one_place_are_told_apart():
    assert of_white(["A", "One tea"],
                    ["A", "One cold tea", "Milk"]) == (["Milk"], [], [("One tea", "One cold tea")], False)
    assert of_white(["A", "One tea", "Milk"], ["A"]) == ([], ["One tea", "Milk"], [], False)
    assert of_white([], ["A", "B"]) == (["A", "B"], [], [], False)


def test_another_order_is_told_as_such():
    assert of_white(["A", "B", "C"], ["C", "A", "B"]) == ([], [], [], True)


def test_doubles_are_counted():
    assert of_white(["Milk", "Milk"], ["Milk"]) == ([], ["Milk"], [], False)
