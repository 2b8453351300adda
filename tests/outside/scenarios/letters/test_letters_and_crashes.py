"""Invitations by e-mail while processes die: rows wait for whoever comes next,
and only one crash can double a letter.
"""
import os
import signal

import pytest

from tests.outside.harness.process import wait_until
from tests.outside.harness.smtp import ACCEPTS, HOLDS, delays, keeps_and_delays

with_a_worker = pytest.mark.parametrize("one_office", ["processes"], indirect=True, scope="module")
MANY = int(os.environ.get("MANY_LETTERS", 60))
MAY_BE_TWICE = "it may go twice"


@pytest.fixture(autouse=True)
def at_work(office):
    """However a test leaves the processes, the next one finds them at work."""
    yield
    for name in set(office.server.processes) - set(office.server.commands()):
        office.server.processes.pop(name).stop()
    if not office.server.alive() or office.postman not in office.server.processes:
        office.server.restart()


def test_a_letter_whose_worker_is_killed_while_sending_it_is_sent_once(office):
    guests = office.invite(office.guests(2, delays(30), ACCEPTS))
    office.wait_for_tries(guests)
    office.server.kill(office.postman)
    office.end_claims()
    office.hire()
    assert office.settle(guests) == (2, 0, 0)
    assert [len(office.smtp.tries_for(guest)) for guest in guests] == [2, 2]


@pytest.mark.one_stack
def test_only_a_crash_between_sending_and_stamping_doubles_a_letter_and_the_log_says_so(office):
    guest, = office.invite(office.guests(1, keeps_and_delays(30), ACCEPTS))
    office.smtp.wait_for(guest)
    office.server.kill(office.postman)
    office.end_claims()
    office.hire()
    assert office.settle([guest]) == (2, 0, 1)
    assert MAY_BE_TWICE in office.server.processes[office.postman].log()


@pytest.mark.one_stack
@with_a_worker
def test_a_letter_that_takes_longer_than_its_claim_may_go_twice_and_the_log_says_so(office):
    guest, = office.invite(office.guests(1, HOLDS, ACCEPTS))
    office.wait_for_tries([guest])
    office.end_claims()
    assert office.settle([guest]) == (1, 0, 0)
    office.smtp.let_go()
    office.smtp.wait_for(guest, 2)
    assert office.smtp.tally([guest]) == (2, 0, 1)
    wait_until(lambda: "after its claim was over" in office.server.log(), 5, office.server.log)


def test_a_worker_that_is_asked_to_end_sends_its_letter_first(office):
    guest, = office.invite(office.guests(1, delays(1.5)))
    office.wait_for_tries([guest])
    process = office.server.processes.pop(office.postman)
    process.stop(20)
    assert process.child.returncode in (0, -signal.SIGTERM)
    assert office.settle([guest], 1) == (1, 0, 0)


def test_letters_wait_through_a_power_cut(office):
    office.smtp.stop()
    guests = office.invite(office.guests(5))
    office.server.kill()
    office.end_claims()
    office.smtp.start()
    office.server.start()
    assert office.settle(guests) == (5, 0, 0)


@with_a_worker
def test_a_worker_that_starts_later_sends_what_waits(office):
    office.server.kill("worker")
    guests = office.invite(office.guests(3))
    assert [row["attempts"] for row in office.rows(guests)] == [0, 0, 0]
    office.hire()
    assert office.settle(guests) == (3, 0, 0)


@with_a_worker
def test_letters_outlive_a_redis_that_forgets_who_waits(office):
    office.server.kill("worker")
    guests = office.invite(office.guests(3))
    office.redis.restart()
    office.hire()
    assert office.settle(guests) == (3, 0, 0)


@with_a_worker
def test_workers_go_on_when_redis_comes_back(office):
    office.smtp.stop()
    waiting = office.invite(office.guests(3))
    office.redis.restart()
    office.smtp.start()
    assert office.settle(waiting) == (3, 0, 0)
    assert office.settle(office.invite(office.guests(3))) == (3, 0, 0)


@pytest.mark.one_stack
@with_a_worker
def test_two_workers_racing_over_many_letters_send_each_once(office, new_smtp):
    first, second = office.smtp, new_smtp()
    second.letters = first.letters  # two doors of one post office, to see who came through which
    office.server.kill("worker")
    guests = office.invite(office.guests(MANY))
    for smtp in (first, second):
        smtp.treat(delays(0.2))  # or the worker that is up first could have sent most of them already
    office.hire("worker")
    office.hire("worker2", **second.env)
    assert office.settle(guests, 40) == (MANY, 0, 0)
    tries = [sum(len(smtp.tries_for(guest)) for guest in guests) for smtp in (first, second)]
    assert sum(tries) == MANY and min(tries) > MANY / 10, tries
