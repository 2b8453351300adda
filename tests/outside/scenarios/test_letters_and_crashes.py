"""Invitations by e-mail while processes die: rows wait for whoever comes next, and only one crash can double a letter."""
import signal

import pytest

from ..harness.process import wait_until
from ..harness.smtp import ACCEPTS, delays, keeps_and_delays

# A worker that was killed holds its letters for so long.
SETTINGS = {"LETTER_CLAIM_SECONDS": "5"}
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
    guests = office.invite(office.guests(2, delays(2), ACCEPTS))
    office.wait_for_tries(guests)
    office.server.kill(office.postman)
    office.hire()
    assert office.settle(guests) == (2, 0, 0)
    assert [len(office.smtp.tries_for(guest)) for guest in guests] == [2, 2]


def test_only_a_crash_between_sending_and_stamping_doubles_a_letter_and_the_log_says_so(office):
    guest, = office.invite(office.guests(1, keeps_and_delays(2), ACCEPTS))
    office.smtp.wait_for(guest)
    office.server.kill(office.postman)
    office.hire()
    assert office.settle([guest]) == (2, 0, 1)
    assert MAY_BE_TWICE in office.server.processes[office.postman].log()


def test_a_letter_that_takes_longer_than_its_claim_may_go_twice_and_the_log_says_so(processes):
    guest, = processes.invite(processes.guests(1, delays(6.5), ACCEPTS))
    assert processes.settle([guest]) == (1, 0, 0)
    processes.smtp.wait_for(guest, 2)
    assert processes.smtp.tally([guest]) == (2, 0, 1)
    wait_until(lambda: "after its claim was over" in processes.server.log(), 5, processes.server.log)


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
    office.smtp.start()
    office.server.start()
    assert office.settle(guests) == (5, 0, 0)


def test_a_worker_that_starts_later_sends_what_waits(processes):
    processes.server.kill("worker")
    guests = processes.invite(processes.guests(3))
    assert [row["attempts"] for row in processes.rows(guests)] == [0, 0, 0]
    processes.hire()
    assert processes.settle(guests) == (3, 0, 0)


def test_letters_outlive_a_redis_that_forgets_who_waits(processes):
    processes.server.kill("worker")
    guests = processes.invite(processes.guests(3))
    processes.redis.restart()
    processes.hire()
    assert processes.settle(guests) == (3, 0, 0)


def test_workers_go_on_when_redis_comes_back(processes):
    processes.smtp.stop()
    waiting = processes.invite(processes.guests(3))
    processes.redis.restart()
    processes.smtp.start()
    assert processes.settle(waiting) == (3, 0, 0)
    assert processes.settle(processes.invite(processes.guests(3))) == (3, 0, 0)


def test_two_workers_racing_over_two_hundred_letters_send_each_once(processes, new_smtp):
    first, second = processes.smtp, new_smtp()
    second.letters = first.letters  # two doors of one post office, to see who came through which
    processes.server.kill("worker")
    guests = processes.invite(processes.guests(200))
    processes.hire("worker")
    processes.hire("worker2", **second.env)
    assert processes.settle(guests, 40) == (200, 0, 0)
    tries = [sum(len(smtp.tries_for(guest)) for guest in guests) for smtp in (first, second)]
    assert sum(tries) == 200 and min(tries) > 20, tries
