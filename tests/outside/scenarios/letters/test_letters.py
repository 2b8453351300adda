"""Invitations by e-mail while the mail server misbehaves: nothing is lost,
and no press of "send" gives two letters.
"""
import pytest

from tests.outside.harness.process import wait_until
from tests.outside.harness.smtp import (
    ACCEPTS,
    DROPS_IN_DATA,
    DROPS_UNANSWERED,
    HOLDS,
    LEAVES,
    NOT_NOW,
    NOT_THIS_LETTER_NOW,
    REFUSES,
    REFUSES_LETTER,
    REFUSES_SITE,
)
from tests.outside.letters import QUICK, Office

PAGE_MILLISECONDS = 100


def test_each_of_twenty_letters_arrives_once(office):
    guests = office.invite(office.guests(20))
    assert office.settle(guests) == (20, 0, 0)
    letter, = office.smtp.letters_to(guests[0])
    assert [row["attempts"] for row in office.rows(guests)] == [1] * 20
    assert letter["To"].endswith(guests[0]) and letter.link("/invites/accept/") in letter.html


def test_the_page_answers_at_once_while_the_mail_server_does_not(office):
    office.smtp.treat(HOLDS)
    guests = office.time_presses(PAGE_MILLISECONDS)
    office.wait_for_tries(guests[:1])
    office.smtp.treat(ACCEPTS)
    office.smtp.let_go()
    assert office.settle(guests) == (len(guests), 0, 0)


def test_the_page_answers_at_once_while_the_mail_server_is_down(office):
    office.smtp.stop()
    guests = office.time_presses(PAGE_MILLISECONDS)
    assert [row["sent"] for row in office.rows(guests)] == [None] * len(guests)


@pytest.mark.parametrize("manner, answer", [(REFUSES, "550"), (REFUSES_LETTER, "554")])
def test_a_letter_refused_for_ever_is_tried_once_and_its_host_reads_why(office, manner, answer):
    guests = office.invite(office.guests(2, manner))
    assert office.settle(guests) == (0, 2, 0)
    for row in office.rows(guests):
        assert row["failed"] and row["attempts"] == 1 and answer in row["last_error"]


def test_a_server_that_takes_nothing_of_the_site_is_no_fault_of_a_guest(office):
    guests = office.invite(office.guests(2, REFUSES_SITE, ACCEPTS))
    assert office.settle(guests) == (2, 0, 0)
    assert [len(office.smtp.tries_for(guest)) for guest in guests] == [2, 2]


def test_a_letter_refused_for_now_is_tried_again(office):
    guests = office.invite(office.guests(2, NOT_NOW, NOT_THIS_LETTER_NOW, ACCEPTS))
    assert office.settle(guests) == (2, 0, 0)
    assert [len(office.smtp.tries_for(guest)) for guest in guests] == [3, 3]


@pytest.mark.parametrize("one_office", ["processes"], indirect=True, scope="module")
def test_a_letter_refused_for_now_again_and_again_fails_after_the_last_try(office):
    guest, = office.invite(office.guests(1, NOT_NOW))
    assert office.settle([guest]) == (0, 1, 0)
    tries = office.smtp.tries_for(guest)
    waits = [int(seconds) for seconds in QUICK["LETTER_RETRY_SECONDS"].split(",")]
    assert len(tries) == len(waits) + 1 and "451" in office.rows([guest])[0]["last_error"]
    assert all(later - earlier >= wait for earlier, later, wait in zip(tries, tries[1:], waits)), tries


def test_a_letter_cut_off_in_its_middle_is_sent_again(office):
    guests = office.invite(office.guests(3, DROPS_IN_DATA, ACCEPTS))
    assert office.settle(guests) == (3, 0, 0)
    assert [row["last_error"] for row in office.rows(guests)] == ["", "", ""]


def test_a_mail_server_that_leaves_without_a_goodbye_gets_a_letter_once(office):
    guests = office.invite(office.guests(2, LEAVES))
    assert office.settle(guests) == (2, 0, 0)
    assert [row["attempts"] for row in office.rows(guests)] == [1, 1]


def test_a_mail_server_that_has_the_letter_and_does_not_say_so_gets_it_twice(office):
    guest, = office.invite(office.guests(1, DROPS_UNANSWERED, ACCEPTS))
    assert office.settle([guest]) == (2, 0, 1)
    assert "could not be sent: " in office.server.log()


def test_letters_wait_for_a_mail_server_that_is_down(office):
    office.smtp.stop()
    guests = office.invite(office.guests(3))
    wait_until(lambda: all(row["last_error"] for row in office.rows(guests)), 20, "nobody tried to send")
    office.smtp.start()
    assert office.settle(guests) == (3, 0, 0)


def test_slow_letters_and_bad_ones_hold_up_no_other(office):
    slow = office.invite(office.guests(2, HOLDS))
    office.wait_for_tries(slow)
    bad = [guest for manner in (REFUSES, NOT_NOW, DROPS_IN_DATA)
           for guest in office.guests(2, manner, ACCEPTS)]
    others = office.invite(office.guests(6) + bad)
    assert office.settle(others) == (10, 2, 0)
    office.smtp.let_go()
    assert office.settle(slow) == (2, 0, 0)


def test_letters_go_through_a_mail_server_that_wants_tls_and_a_password(new_server, new_smtp):
    smtp = new_smtp(tls=True, login=("us@er", "p/w:d"))
    smtp.knows_nobody = True
    office = Office(new_server(env={**QUICK, **smtp.env}), smtp)
    guests = office.invite(office.guests(2))
    wait_until(lambda: all("does not let us in" in row["last_error"] for row in office.rows(guests)), 20,
               "no refusal")
    assert smtp.letters == []
    smtp.knows_nobody = False
    assert office.settle(guests) == (2, 0, 0)
