# coding: utf-8
"""Which language somebody is answered in, by the cookie and by what the browser asks for."""
from __future__ import unicode_literals

import pytest

from common.web.languages import chosen, guessed, spoken


@pytest.mark.parametrize("accept, language", [
    ("de-AT,de;q=0.9,en;q=0.8", "de"), ("en-GB,en;q=0.9,pl;q=0.8", "en"), ("tlh, fr;q=0.5", "fr"),
    ("en;q=0.2, es-MX;q=0.7", "es"), ("he-IL", "he"), ("PL", "pl")])
def test_the_browser_is_asked_in_the_order_of_its_wishes(accept, language):
    assert guessed(accept) == language


@pytest.mark.parametrize("accept", ["", "*", "tlh", "nonsense;;;q=x", "de;q=", "\xff\xfe", "x" * 9000, "a-" * 5000])
def test_what_is_no_wish_of_ours_is_english(accept):
    assert guessed(accept) == "en"


@pytest.mark.parametrize("cookie", ["", "tlh", "../../etc/passwd", "de\x00", "de, fr", "x" * 9000, "\xe4", "DE"])
def test_a_broken_cookie_says_nothing(cookie):
    assert chosen({"language": cookie}) == ""
    assert spoken({"language": cookie}, "fr") == "fr"


def test_what_was_chosen_comes_before_what_is_guessed():
    assert spoken({"language": "pl"}, "de") == "pl" and spoken({}, "de") == "de"
