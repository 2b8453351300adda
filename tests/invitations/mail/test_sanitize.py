# coding: utf-8
"""Notes and names in letters: harmless whatever people type, and unharmed where they mean no harm."""
from __future__ import unicode_literals

import random
import re
import unicodedata

import pytest

from invitations.mail import sanitize

BREAKS = ["\r", "\n", "\r\n", "\x00", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]
HIDDEN = ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u034f", "\u202e", "\u202a", "\u2066",
          "\u2069",
          "\u200f", "\u061c", "\u180e", "\u3164", "\ufe0f", "\U000e0041", "\x1b", "\x7f", "\ue000"]
# Pieces that nasty texts are made of.
PIECES = BREAKS + HIDDEN + [
    "http://", "https://", "HTTPS:", "www.", "example.com", "bob@example.org", "раypal.com", "раураӏ.сом",
    "пример.рф",
    "bücher.example/x?y=1", "1.2.3.4", "xn--ypal-43d9g.com", "ｅｖｉｌ．ｃｏｍ", "evil。com", "evil\u2024com", "a⒈com",
    "mailto:", "javascript:alert(1)", "tel:+123", "<a href='http://evil.com'>", "\"", "Bcc: x@y.zz", " ", ".",
    "...", ":", "/", "@", "Hi",
    "👩\u200d🚀", "❤\ufe0f", "e\u0301", "7.30", "\ud800", "9" * 70 + ".com", "ä" * 70 + ".com", "-.-", "_",
    "İ.com", "ß.de"]
# What the mail programs that we know make links of: a scheme with something behind it, and a name with a dot
# in it.
LINK = re.compile("[A-Za-z][A-Za-z0-9+.-]*:[/\\w]|(?:[\\w-]+[.\u3002\uff0e\uff61])+[^\\W\\d_]{2,}|\\d+\\.\\d+\\.\\d+\\.\\d+",
                  re.UNICODE)


def nasty_texts(count=3000):
    chance = random.Random(7)
    for _ in range(count):
        yield "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 8)))


def test_one_line_stays_one_line_whatever_is_in_it():
    for text in nasty_texts():
        line = sanitize.harmless_line(text)
        assert len(("x%sx" % line).splitlines()) == 1, repr(text)
        assert not any(unicodedata.category(letter) in ("Cc", "Zl", "Zp", "Cs")
                       for letter in line), repr(text)


def test_no_link_is_left_in_any_text():
    for text in nasty_texts():
        assert not LINK.search(sanitize.harmless_text(text)), (text, sanitize.harmless_text(text))


def test_what_is_harmless_stays_as_it_is():
    for text in nasty_texts():
        once = sanitize.harmless_text(text)
        assert sanitize.harmless_text(once) == once, repr(text)


@pytest.mark.parametrize("hidden", HIDDEN)
def test_nothing_hides_between_letters(hidden):
    assert sanitize.tidy_line("pay%spal" % hidden) == "paypal"
    assert sanitize.tidy_text("pay%spal\nAnn" % hidden) == "paypal\nAnn"


@pytest.mark.parametrize("end", BREAKS)
def test_a_header_cannot_be_smuggled_in(end):
    assert sanitize.tidy_line("Ann%sBcc: all@example.org" % end) in ("Ann Bcc: all@example.org",
                                                                     "AnnBcc: all@example.org")


def test_lines_of_a_note_are_kept_and_empty_ones_do_not_pile_up():
    assert sanitize.tidy_text("\n Hi Bob, \r\nbring cake.\u2028\n\n\n\nAnn\n\n") == "Hi Bob,\nbring cake.\n\nAnn"


@pytest.mark.parametrize("typed, shown", [
    ("see https://example.com/a.b?c=d", "see https: //example. com/a.b?c=d"),
    ("www.example.co.uk", "www. example. co. uk"),
    ("write to bob@example.org!", "write to bob@example. org!"),
    ("mailto:bob@example.org", "mailto: bob@example. org"),
    ("http://1.2.3.4/", "http: //1. 2. 3. 4/"),
    ("http://localhost:8000", "http: //localhost: 8000"),
    ("ｅｖｉｌ．ｃｏｍ", "evil. com"),
    ("evil。com", "evil. com"),
])
def test_links_are_taken_apart(typed, shown):
    assert sanitize.unlinked(typed) == shown


@pytest.mark.parametrize("typed, shown", [
    ("раypal.com", "xn--ypal-43d9g. com"),
    ("24.12.2026 example.com.5", "24.12.2026 example. com. 5"),
    ("https://раypal.Com", "https: //xn--ypal-43d9g. Com"),
    ("раураӏ.сом", "xn--80aa0cbo65f. xn--l1adi"),
    ("login@аpple.com", "login@xn--pple-43d. com"),
    ("bücher.de", "xn--bcher-kva. de"),
    ("payp\u0430l.\u0421om", "xn--paypl-7ve. xn--om-nmc"),
])
def test_domains_that_may_pass_for_others_are_shown_as_they_are(typed, shown):
    assert sanitize.unlinked(typed) == shown


@pytest.mark.parametrize("text", [
    "Bring cake at 7.30, e.g. the red one... or z.B. two!",
    "Zażółć gęślą jaźń; übermorgen? ¿Sí? Oui : d’accord.",
    "👩\u200d🚀 ❤\ufe0f\u200d🔥 1\ufe0f\u20e3 👍🏽", "می\u200cخواهم", "3.5 hours, 20:15, ratio 2:1",
    "a < b & c > \"d\"", "№ 5. Yes"])
def test_ordinary_words_are_left_alone(text):
    assert sanitize.harmless_text(text) == text


def test_a_forgotten_space_costs_no_more_than_the_space():
    assert sanitize.unlinked("Bis später.Ich bringe Käse.Tschüss") == "Bis später. Ich bringe Käse. Tschüss"
