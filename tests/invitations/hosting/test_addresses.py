"""What people paste, from mail programs, spreadsheets and memory: nobody is lost,
and each mistake is named.
"""
from __future__ import unicode_literals

import itertools
import random

import pytest

from invitations import models
from invitations.hosting import addresses


def guests(text, at_once=50):
    return [(guest.name, guest.email) for guest in addresses.read(text, at_once).guests]


def emails(text):
    return [email for _, email in guests(text)]


def bad(text):
    return addresses.read(text, 50).bad


@pytest.mark.parametrize("text", [
    "ann@example.org bob@example.org", "ann@example.org,bob@example.org", "ann@example.org;bob@example.org",
    "ann@example.org\nbob@example.org", "ann@example.org\r\n\r\n  bob@example.org  ",
    "ann@example.org\tbob@example.org",
    "ann@example.org,;, bob@example.org;", "ann@example.org\u2028bob@example.org",
    "ann@example.org\xa0bob@example.org", "ann@example.org and bob@example.org", "ann@example.org und bob@example.org",
    "ann@example.org, and bob@example.org", "ann@example.org & bob@example.org", "ann@example.org|bob@example.org",
    "ann@example.org | bob@example.org", "ann@example.org/bob@example.org", "ann@example.org or bob@example.org", "ann@example.org oder bob@example.org",
    "ann@example.org ou bob@example.org", "ann@example.org lub bob@example.org", "ann@example.org und an bob@example.org",
    "To:ann@example.org;bob@example.org", "ann@example.org\uff0cbob@example.org", "ann\uff20example.org\u3001\uff1cbob@example.org\uff1e",
    "To: ann@example.org Cc: bob@example.org", "An: ann@example.org; Kopie: bob@example.org",
    "\xc0 : ann@example.org, Cc : bob@example.org", "Do: ann@example.org DW: bob@example.org", "<ann@example.org> / <bob@example.org>"])
def test_everything_that_people_put_between_addresses_parts_them(text):
    assert emails(text) == ["ann@example.org", "bob@example.org"] and bad(text) == []


@pytest.mark.parametrize("text", [
    "<ann@example.org>", "mailto:ann@example.org", "MAILTO:ann@example.org?subject=Cards", "ann@example.org.",
    "(ann@example.org)",
    "'ann@example.org'", '"ann@example.org"', "[ann@example.org](mailto:ann@example.org)",
    "* ann@example.org", "1. ann@example.org",
    "ann@example.org <ann@example.org>", "'ann@example.org' <ann@example.org>", "E-Mail: ann@example.org",
    "<ann@example.org",
    "\ufeffann@example.org", "\u202aann@example.org\u202c", "ann@exam\u200bple.org", "ann@example.org!"])
def test_what_sticks_to_an_address_falls_off(text):
    assert guests(text) == [("", "ann@example.org")] and bad(text) == []


@pytest.mark.parametrize("text,name", [
    ("Ann <ann@example.org>", "Ann"), ('"Ann Lee" <ann@example.org>', "Ann Lee"),
    ("Ann Lee<ann@example.org>", "Ann Lee"),
    ("Ann Lee <ann@example.org<mailto:ann@example.org>>", "Ann Lee"), ("\u2018Ann\u2019 <ann@example.org>", "Ann"),
    ("Ann \u2013 ann@example.org", "Ann"), ("\u2014 Ann <ann@example.org>", "Ann"),
    ('"Lee, Ann" <ann@example.org>', "Ann Lee"), ("'Lee, Ann' <ann@example.org>", "Ann Lee"),
    ("\u201cAnn Lee\u201d <ann@example.org>", "Ann Lee"), ("ann@example.org (Ann Lee)", "Ann Lee"),
    ("Ann ann@example.org", "Ann"), ("Ann: ann@example.org", "Ann"), ("Ann (home) <ann@example.org>", "Ann"),
    ("To: Ann <ann@example.org>", "Ann"), ("\u0141ucja \u017b <ann@example.org>", "\u0141ucja \u017b"),
    ("\u6797 <ann@example.org>", "\u6797"), ("Ann O'Neil <ann@example.org>", "Ann O'Neil"),
    ('Ann "the Cat" Lee <ann@example.org>', "Ann the Cat Lee"), ("Ann@Home <ann@example.org>", "Ann@Home"),
    ("1. Ann <ann@example.org>", "Ann"), ("(2) Ann Lee <ann@example.org>", "Ann Lee"),
    ("Dr. Lee, Ann <ann@example.org>", "Dr. Ann Lee"), ("Lee, Ann ann@example.org", "Ann Lee"),
    ("=?utf-8?q?J=C3=B6rg_Lee?= <ann@example.org>", "J\xf6rg Lee"),
    ('"=?UTF-8?B?TGVlLCBKw7ZyZw==?=" <ann@example.org>', "J\xf6rg Lee"),
    ("=?utf-8?q?J=C3=B6?= =?utf-8?q?rg?= <ann@example.org>", "J\xf6rg"),
    ("=?what?q?J=C3=B6rg?= <ann@example.org>", "=?what?q?J=C3=B6rg?="),
    ("Lee,Ann,ann@example.org", "Lee Ann"), ("Ann;Lee;ann@example.org", "Ann Lee"), ("ann@example.org,Ann", "Ann"),
    ("ann@example.org - Ann", "Ann"), ("ann@example.org \u2013 Ann Lee", "Ann Lee"), ("ann@example.org: Ann", "Ann"),
    ("42 <ann@example.org>", ""), ("Ann and Bob <ann@example.org>", "Ann and Bob"),
    ("Ann | Cards Ltd <ann@example.org>", "Ann | Cards Ltd")])
def test_names_are_kept_as_people_are_called(text, name):
    assert guests(text) == [(name, "ann@example.org")] and bad(text) == []


def test_a_paste_from_gmail():
    text = 'Ann Lee <ann@example.org>, "Doe, Cat" <cat@example.org>, bob@example.org,\nEve Roe <eve@example.org>'
    assert guests(text) == [("Ann Lee", "ann@example.org"), ("Cat Doe", "cat@example.org"),
                            ("", "bob@example.org"),
                            ("Eve Roe", "eve@example.org")]


def test_a_paste_from_outlook():
    text = ("Doe, Cat <cat@example.org>; Roe, Eve (Sales) <eve@example.org>; 'bob@example.org' "
            "<bob@example.org>;")
    assert guests(text) == [("Cat Doe", "cat@example.org"), ("Eve Roe", "eve@example.org"),
                            ("", "bob@example.org")]


def test_what_is_no_address_comes_back_as_it_was_typed():
    assert [piece for piece, _ in bad("ann(at)example.org, bob@example.org")] == ["ann(at)example.org"]


def test_an_encoded_name_brings_neither_lines_nor_addresses():
    text = "=?utf-8?q?Ann=0D=0ABcc:_eve@example.org=2C_=22=3Cx?= <ann@example.org>"
    guest, = addresses.read(text, 50).guests
    assert guest.email == "ann@example.org" and not set("\r\n") & set(guest.name + guest.text)


def test_semicolons_and_commas_may_be_mixed():
    assert emails("ann@example.org, bob@example.org; Doe, Cat <cat@example.org>") == [
        "ann@example.org", "bob@example.org", "cat@example.org"]


def test_an_address_counts_once_however_it_is_written():
    assert guests("Ann <ann@example.org>, ANN@Example.ORG\nann@example.org") == [("Ann", "ann@example.org")]


def test_a_name_in_brackets_never_swallows_an_address_before_it():
    assert guests("eve@example.org Fred <fred@example.org>") == [("", "eve@example.org"),
                                                                 ("Fred", "fred@example.org")]


def test_a_name_behind_a_dash_is_that_of_the_address_before_it():
    both = [("Ann", "ann@example.org"), ("Bob", "bob@example.org")]
    for between in (", ", "\n", " ", "; "):
        text = between.join("%s - %s" % (email, name) for name, email in both)
        assert guests(text) == both and bad(text) == [], text


@pytest.mark.parametrize("text", ["eve@example.org - Fred <fred@example.org>", "eve@example.org - fred@example.org"])
def test_a_dash_between_two_people_only_parts_them(text):
    assert emails(text) == ["eve@example.org", "fred@example.org"] and guests(text)[0][0] == "" and bad(text) == []


@pytest.mark.parametrize("text,word", [
    ("bob", "no address"), ("bob.example.org", "no address"), ("bob@", "after the @"),
    ("@example.org", "before the @"),
    ("bob@example", "end is missing"), ("bob@@example.org", "more than one @"),
    ("bob@cat@example.org", "more than one @"),
    ("bob@example..org", "slip of the finger"), ("bob@-example.org", "slip of the finger"),
    ("bob..cat@example.org", "slip of the finger"),
    ("b" * 65 + "@example.org", "too long"), ("<bob>", "no @"), ("b\xf6b@example.org", "beyond a to z before the @")])
def test_each_mistake_is_named_with_its_reason(text, word):
    (piece, why), = bad(text)
    assert word in why and piece.strip("<>") == text.strip("<>") and guests(text) == []


def test_a_mistake_leaves_the_others_alone():
    reading = addresses.read("ann@example.org, bob@example, cat@example.org", 50)
    assert [guest.email for guest in reading.guests] == ["ann@example.org", "cat@example.org"]
    assert [piece for piece, _ in reading.bad] == ["bob@example"]


def test_a_bar_before_the_only_at_belongs_to_the_address():
    assert emails("ann/cards@example.org") == ["ann/cards@example.org"]


def test_a_space_beside_the_at_is_no_guess():
    assert guests("bob @ example.org") == [] and len(bad("bob @ example.org")) == 2


def test_domains_of_other_scripts_are_welcome_and_one_however_they_are_written():
    text = "Ann <ann@b\xfccher.example>, ANN@B\xdcCHER.example, ann@xn--bcher-kva.example"
    guest, = addresses.read(text, 50).guests
    assert guest == ("ann@xn--bcher-kva.example", "Ann", '"Ann" <ann@b\xfccher.example>')


@pytest.mark.parametrize("text", [
    "Nowak, Jan <jan@example.org>", "Nowak, Jan <jan@example.org>, ann@example.org",
    "ann@example.org, Nowak, Jan <jan@example.org>", "Nowak, Jan <jan@example.org", '"Nowak, Jan" <jan@example.org>',
    'Friends: Nowak, Jan <jan@example.org>, ann@example.org;'])
def test_a_family_name_comes_first_without_a_semicolon_too(text):
    assert ("Jan Nowak", "jan@example.org") in guests(text) and bad(text) == []


@pytest.mark.parametrize("text", ["bob, eve, Ann <ann@example.org>", "bob.example.org, Ann <ann@example.org>"])
def test_a_mistake_before_a_name_is_no_part_of_it(text):
    assert guests(text) == [("Ann", "ann@example.org")] and bad(text)[0][0] in text


@pytest.mark.parametrize("text", [
    "Friends: ann@example.org, bob@example.org;", '"My friends": ann@example.org, bob@example.org;',
    "Friends: ann@example.org, bob@example.org", "A Team: ann@example.org; Others: bob@example.org, cat@example.org;",
    "Friends: <ann@example.org>; Others: bob@example.org, ann@example.org;"])
def test_a_group_is_its_members_and_nobody_is_called_like_it(text):
    assert {("", "ann@example.org"), ("", "bob@example.org")} <= set(guests(text)) and bad(text) == []


def test_no_name_and_no_address_carries_a_line_of_its_own():
    text = 'Ann\r\nBcc: eve@example.org <ann@example.org>\n"Bob\nTo: x" <bob@example.org%0aCc:eve@example.org>'
    reading = addresses.read(text + "\x00\x0b\x85", 50)
    for guest in reading.guests:
        assert not set("\r\n\x0b\x00\x85") & set(guest.name + guest.email)


def test_what_is_too_many_is_named_and_kept():
    reading = addresses.read(" ".join("p%d@example.org" % number for number in range(53)), 50)
    assert len(reading.guests) == 50 and [guest.email for guest in reading.over] == [
        "p50@example.org", "p51@example.org", "p52@example.org"]


def test_the_text_of_a_guest_reads_as_the_same_guest():
    for text in ('"Doe, Cat" <cat@example.org>', "Ann (home) <ann@example.org>", 'A "B" C <ann@example.org>',
                 "bob@example.org"):
        guest, = addresses.read(text, 50).guests
        assert addresses.read(guest.text, 50).guests == [guest]


def test_a_text_beyond_all_address_books_is_refused():
    assert emails("x" * 100 + " " * (addresses.TEXT_LENGTH - 115) + "ann@example.org") == ["ann@example.org"]
    with pytest.raises(addresses.TooLongError):
        addresses.read(" " * (addresses.TEXT_LENGTH + 1), 50)


def test_names_fit_into_their_column():
    assert addresses.NAME_LENGTH == models.NAME_LENGTH
    (name, _), = guests("%s <ann@example.org>" % ("Ann " * 60))
    assert len(name) <= models.NAME_LENGTH


def test_everybody_is_found_in_whatever_way_they_are_written_and_parted():
    rng = random.Random(7)
    ways = ["{e}", "<{e}>", "{n} <{e}>", '"{n}" <{e}>', '"Roe, {n}" <{e}>', "{n} {e}", "{e} ({n})",
            "mailto:{e}"]
    for _, size in itertools.product(range(60), (1, 2, 5)):
        people = ["p%d@example.org" % rng.randrange(10 ** 9) for _ in range(size)]
        written = [rng.choice(ways).format(e=email, n=rng.choice(["Ann", "Bob Lee", "\u0141ucja"]))
                   for email in people]
        text = written[0] + "".join(rng.choice([", ", ";", "\n", " , ", ",\n", "\r\n"]) + piece
                                    for piece in written[1:])
        assert (emails(text), bad(text)) == (people, []), text


def test_no_junk_breaks_it_and_no_address_in_junk_is_lost():
    rng = random.Random(11)
    for _ in range(300):
        junk = "".join(rng.choice("<>\"'(),;\t\n \\[]ab\u20ac") for _ in range(rng.randrange(40)))
        assert "ann@example.org" in emails(junk.replace('"', "") + "\nann@example.org\n" + junk), junk


@pytest.mark.parametrize("piece", ['"', "(", "<", "'", ",", "@", "a@", '"<', "(\t", "@|", "<mailto:a@", "a@b.c<mailto:a@b.d>", "to:", ": ", " ;a:", "=?a?q?b?= ", "a. ", "to: ", "a,", ',"', "mail,", "1 "])
def test_no_text_keeps_it_busy(piece):
    assert addresses.read(piece * (addresses.TEXT_LENGTH // len(piece)), 50).guests == []
