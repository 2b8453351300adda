"""Both stacks write and read the same JSON and count the same hits."""
from __future__ import unicode_literals

import json

import pytest

from common import compat
from common.limits import ratelimits

WRITERS = [compat.json_dumps, compat._json_dumps]
READERS = [compat.json_loads, compat._json_loads]


@pytest.mark.parametrize("dumps", WRITERS)
def test_json_is_compact_text_with_letters_as_they_are(dumps):
    assert dumps({"text": "za\u017c\u00f3\u0142\u0107 \U0001f986"}) == '{"text":"za\u017c\u00f3\u0142\u0107 \U0001f986"}'


@pytest.mark.parametrize("dumps", WRITERS)
def test_json_without_letters_is_text_too(dumps):
    assert isinstance(dumps([1, 2]), type(""))


@pytest.mark.parametrize("loads", READERS)
def test_json_reads_text_and_bytes(loads):
    assert loads('{"a":"\u0105"}') == loads('{"a":"\u0105"}'.encode("utf-8")) == {"a": "\u0105"}


@pytest.mark.parametrize("loads", READERS)
@pytest.mark.parametrize("text", ["", "{", "NaN", "[Infinity]", "[" * 4000, '"\\ud800"', '["\\udc00x"]',
                                  "{'a': 1}"])
def test_json_that_nobody_could_read_again_is_refused(loads, text):
    with pytest.raises(ValueError):
        loads(text)


@pytest.mark.parametrize("loads", READERS)
def test_a_whole_surrogate_pair_is_one_letter(loads):
    assert loads('"\\ud83e\\udd86"') == "\U0001f986"


def test_both_writers_agree():
    value = {"hand": [1, 2], "phase": "playing", "none": None, "on": True, "half": 0.5, "tab": "\t\"/\u2028"}
    assert compat.json_dumps(value) == compat._json_dumps(value)
    assert json.loads(compat.json_dumps(value)) == value


def test_it_counts_until_the_rate_is_reached():
    assert [ratelimits.hit("three", "ann", "3/d") for _ in range(4)] == [False, False, False, True]


def test_people_and_groups_are_counted_apart():
    assert not ratelimits.hit("joins", "bob", "1/d")
    assert not ratelimits.hit("joins", "\u017caneta", "1/d")
    assert not ratelimits.hit("rooms", "bob", "1/d")
    assert ratelimits.hit("joins", "bob", "1/d")
