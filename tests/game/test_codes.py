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
    assert codes.read_code(code) == code


def test_new_codes_and_keys_do_not_repeat():
    assert len({codes.new_code() for _ in range(50)}) > 45
    assert len({codes.new_key() for _ in range(50)}) == 50


def test_a_key_is_32_letters_and_digits():
    key = codes.new_key()
    assert len(key) == 32 and key.isalnum()


@pytest.mark.parametrize("typed", [
    "KX7PQ", "kx7pq", " kx7-pq ", "K X 7 P Q", "kx7.pq", "kx7_pq\n", "KX7\u00a0PQ", "(KX7PQ)", "KX7\u2013PQ",
    "\uff2b\uff38\uff17\uff30\uff31", "\u041a\u0425\u0667\u0420q", "KX7\u200bPQ"])
def test_it_mends_what_people_type(typed):
    assert codes.read_code(typed) == "KX7PQ"


@pytest.mark.parametrize("pasted", [
    "https://cards.example/rooms/KX7PQ/", "cards.example/rooms/kx7pq", "/rooms/KX7PQ/?from=chat#invite",
    "http://[::1]:8000/cards/tv/KX7PQ/", "Come and play! Room KX7PQ\nhttps://cards.example/rooms/KX7PQ/ tonight",
    "Come and play! Room KX7PQ", "the code is kx7pq."])
def test_it_finds_the_code_in_what_people_paste(pasted):
    assert codes.read_code(pasted) == "KX7PQ"


def refusal(typed):
    with pytest.raises(codes.BadCodeError) as error:
        codes.read_code(typed)
    return error.value.args[0]


@pytest.mark.parametrize("typed, said", [
    (" - ", "Type the five letters that the host sees."),
    ("KX7P", "A code has 5 letters and digits; this has 4."),
    ("kx7 pqq", "A code has 5 letters and digits; this has 6."),
    ("KX7PO", "There is no letter O in codes. Look once more: is it D or Q?"),
    ("kx7p0", "There is no digit 0 in codes. Look once more: is it D or Q?"),
    ("oxip7", "There is no O and no I in codes. Look once more."),
    ("KX7P\u0119", "There is no \u0118 in codes. Look once more."),
    ("https://cards.example/decks/", "That link leads to no room. The link of a room ends like this: /rooms/KX7PQ/"),
    ("/rooms/KX7PQQ/", "That link leads to no room. The link of a room ends like this: /rooms/KX7PQ/"),
    ("KX7PQ or HJKMN", "There are several codes in that: HJKMN, KX7PQ. Which one is it?"),
    ("what is your code", "There is no code in that. A code has 5 letters and digits, like KX7PQ.")])
def test_a_refusal_says_what_is_wrong(typed, said):
    assert refusal(typed) == said


def test_no_refusal_proposes_what_no_code_has():
    proposed = set("".join(codes._LOOKS_LIKE.values()).replace(" or ", ""))
    assert proposed <= set(ALPHABET) and set(codes._LOOKS_LIKE).isdisjoint(ALPHABET)
