"""Room codes that survive being read aloud and typed on a phone."""
from __future__ import unicode_literals

import pytest

from common.codes import ALPHABET
from game import codes


def test_the_alphabet_has_no_letters_that_look_alike_and_no_vowels():
    assert not set("0O1IL2Z5S8BAEU") & set(ALPHABET)
    assert len(set(ALPHABET)) == len(ALPHABET)


def test_a_new_code_is_five_letters_of_the_alphabet():
    code = codes.new_code()
    assert len(code) == 5 and set(code) <= set(ALPHABET)
    assert codes.tidy_code(code) == code


def test_new_codes_and_keys_do_not_repeat():
    assert len({codes.new_code() for _ in range(50)}) > 45
    assert len({codes.new_key() for _ in range(50)}) == 50


def test_a_key_is_32_letters_and_digits():
    key = codes.new_key()
    assert len(key) == 32 and key.isalnum()


@pytest.mark.parametrize("typed", ["KX7PQ", "kx7pq", " kx7-pq ", "K X 7 P Q", "kx7.pq", "kx7_pq\n",
                                   "KX7\u00a0PQ"])
def test_it_mends_what_people_type(typed):
    assert codes.tidy_code(typed) == "KX7PQ"


@pytest.mark.parametrize("typed", ["", "KX7P", "KX7PQQ", "KX7P0", "KX7PO", "KX7P\u0119", "KX7P/", "../KX"])
def test_it_does_not_guess(typed):
    assert codes.tidy_code(typed) == ""
