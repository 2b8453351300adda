# coding: utf-8
"""Rows of spreadsheets and of files with commas: names, addresses and telephone numbers in cells."""
from __future__ import unicode_literals

import pytest

from tests.invitations.hosting.test_addresses import bad, guests

ANN = ("Ann Lee", "ann@example.org")


def test_a_paste_from_a_spreadsheet():
    text = "Name\tFirst\tE-mail\r\nLee\tAnn\tann@example.org\r\n1\tbob@example.org\tBob\t0800 123\r\n"
    assert guests(text) == [ANN, ("Bob", "bob@example.org")] and bad(text) == []


def test_a_file_with_commas():
    text = "Lee,Ann,ann@example.org\nRoe,Eve,eve@example.org\nbob@example.org,cat@example.org"
    assert guests(text) == [("Lee Ann", "ann@example.org"), ("Roe Eve", "eve@example.org"),
                            ("", "bob@example.org"), ("", "cat@example.org")] and bad(text) == []


@pytest.mark.parametrize("text", [
    "Ann Lee,+49 170 1234567,ann@example.org", "Ann;Lee;0170/123-456;ann@example.org",
    "ann@example.org,+1 (555) 123-4567,Ann Lee", "Ann Lee,ann@example.org,Tel. 0170 12345,",
    '"Lee, Ann","+49 170 123","ann@example.org"', "Ann Lee, 0170 12345, ann@example.org",
    "ann@example.org\t0170 12345\tAnn Lee", "Ann Lee <ann@example.org>, mobile: 0170 12345"])
def test_a_telephone_number_is_neither_a_name_nor_a_mistake(text):
    assert guests(text) == [ANN] and bad(text) == []


@pytest.mark.parametrize("text", ["+49 170 1234567", "bob 7, ann@example.org", "bob7, ann@example.org"])
def test_what_may_be_somebody_without_an_address_is_named(text):
    assert [piece for piece, _ in bad(text)] == [text.split(",")[0]]


@pytest.mark.parametrize("heads", [
    "First Name,Last Name,Phone,E-mail Address,Notes", "Vorname,Nachname,Telefon,E-Mail-Adresse,Notizen",
    "Pr\xe9nom,Nom,T\xe9l\xe9phone,Courriel,Notes", "Nombre,Apellidos,Tel\xe9fono,Correo electr\xf3nico,Notas",
    "Imi\u0119,Nazwisko,Telefon,Adres e-mail,Uwagi", "Given Name,Family Name,Phone 1 - Value,E-mail 1 - Value,Labels"])
def test_the_heads_of_columns_say_what_is_whose(heads):
    text = heads + "\r\nAnn,Lee,+49 170 12,ann@example.org,* myContacts\r\nBob,,,bob@example.org\r\nCat,,0170 12345,,"
    assert guests(text) == [ANN, ("Bob", "bob@example.org")] and [piece for piece, _ in bad(text)] == ["Cat", "0170 12345"]


def test_a_name_is_written_once_and_a_second_address_is_another_guest():
    text = "Name;Given Name;Family Name;E-mail 1;E-mail 2\nAnn Lee;Ann;Lee;ann@example.org;lee@example.org"
    assert guests(text) == [ANN, ("Ann Lee", "lee@example.org")] and bad(text) == []


def test_a_row_may_end_early():
    assert guests("E-mail,Phone,First,Last\nann@example.org,,Ann Lee\nbob@example.org") == [ANN, ("", "bob@example.org")]


def test_a_row_that_does_not_fit_its_heads_is_read_like_any_line():
    text = "Name,E-mail,Phone\nann@example.org,Ann Lee\nBob <bob@example.org>, cat@example.org"
    assert guests(text) == [ANN, ("Bob", "bob@example.org"), ("", "cat@example.org")] and bad(text) == []
