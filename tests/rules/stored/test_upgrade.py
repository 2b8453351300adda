"""States that older code has stored (states/*.json) are lifted, valid by the schema,
and can be played to the end.
"""
from __future__ import unicode_literals

import json

import pytest

from game import rules
from game.rules.stored import schema
from game.rules.stored.upgrade import UPGRADES

from . import stored_states

NUMBERS = range(1, schema.SCHEMA + 1)
STORED = [(number, place) for number in NUMBERS for place in range(len(stored_states.load(number)))]


@pytest.fixture(params=STORED, ids=["%d-%d" % name for name in STORED])
def stored(request):
    """(now, deck, state) of one example."""
    number, place = request.param
    return stored_states.load(number)[place]


def test_a_stored_state_is_lifted_to_the_present_schema(stored):
    assert schema.problems(rules.upgrade(stored[2])) == []


def test_lifting_changes_nothing_that_is_handed_in(stored):
    before = json.dumps(stored[2])
    rules.upgrade(stored[2])
    assert json.dumps(stored[2]) == before


@pytest.mark.one_stack
def test_a_game_that_was_stored_is_played_to_its_end_and_again(stored):
    now, deck, state = stored
    game = stored_states.ResumedGame(1, rules.upgrade(state), now, deck)
    assert game.play_to_the_end()
    game.sensible()  # the rematch
    assert game.play_to_the_end()


@pytest.mark.parametrize("number", NUMBERS)
def test_the_examples_of_a_number_show_every_phase(number):
    states = [state for _, _, state in stored_states.load(number)]
    phases = set(schema.EVERYWHERE) - ({"choosing"} if number < 4 else set())
    assert {state["phase"] for state in states} == phases
    assert {state.get("schema", 1) for state in states} == {number}


def test_every_older_number_has_its_upgrade():
    assert sorted(UPGRADES) == list(range(1, schema.SCHEMA))


def test_a_state_of_today_stays_as_it_is():
    state = rules.new_state("Ann", 0)
    assert rules.upgrade(state) is state


def test_a_state_of_newer_code_is_refused_with_both_numbers():
    with pytest.raises(rules.NewerStateError) as caught:
        rules.upgrade(dict(rules.new_state("Ann", 0), schema=schema.SCHEMA + 1))
    assert "schema %d" % (schema.SCHEMA
                          + 1) in str(caught.value) and "knows %d" % schema.SCHEMA in str(caught.value)
