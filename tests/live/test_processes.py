"""Several processes hold sockets: one that gives no sign of life any more is found, once."""
from __future__ import unicode_literals

import pytest

from live import only_server, processes
from live.models import ServerProcess
from live.processes import BEAT_SECONDS, LOST_AFTER, Processes

pytestmark = pytest.mark.django_db


class Hours(object):
    """A clock for processes, in ms."""

    now = 10 ** 12

    def wait(self, ms=1000 * BEAT_SECONDS):
        self.now += ms


@pytest.fixture(autouse=True)
def clock(monkeypatch, settings):
    settings.REDIS_URL, clock = "redis://localhost", Hours()
    monkeypatch.setattr(processes, "now_ms", lambda: clock.now)
    monkeypatch.setattr(processes, "monotonic", lambda: clock.now / 1000.0 - 10 ** 8)
    monkeypatch.setattr(processes, "processes", Processes())
    monkeypatch.setattr(only_server, "_held", [])
    return clock


def a_process(name):
    """One that has given its first sign of life."""
    process = Processes()
    process.name = name
    process.beat()
    return process


def beat_for(clock, ms, *alive):
    """What these processes find meanwhile."""
    found = []
    for _ in range(ms // (1000 * BEAT_SECONDS) + 1):
        clock.wait()
        found += [process.name for process in alive if process.beat()]
    return found


def test_nobody_is_lost_while_all_give_signs_of_life(clock):
    one, two = a_process("one"), a_process("two")
    assert beat_for(clock, 10 * LOST_AFTER, one, two) == [] and processes.served_since() == 0


def test_one_that_falls_silent_is_found_by_one_of_the_others_and_known_to_all(clock):
    one, two = a_process("one"), a_process("two")
    a_process("three")
    assert len(beat_for(clock, LOST_AFTER, one, two)) == 1
    assert one.lost == two.lost == {"three"} and one.since() == two.since() == clock.now


def test_the_first_after_the_end_of_all_finds_them(clock):
    a_process("one")
    clock.wait(LOST_AFTER + 1)
    new = Processes()
    new.name = "new"
    assert new.beat() and new.since() == clock.now


def test_a_process_without_sockets_sees_it_although_nobody_is_there_to_find_it(clock):
    a_process("one")
    clock.wait(LOST_AFTER + 1)
    assert processes.served_since() == clock.now


def test_who_stood_still_itself_judges_nobody_before_the_next_sign(clock):
    one, two = a_process("one"), a_process("two")
    clock.wait(10 * LOST_AFTER)  # the database was away
    assert not one.beat() and not two.beat()
    assert beat_for(clock, LOST_AFTER, one, two) == []


def test_a_while_in_which_all_stood_still_is_held_against_nobody(clock):
    one, two = a_process("one"), a_process("two")
    assert not one.beat() and not two.beat()
    clock.wait()
    one.beat()  # two is about to, when the machine stands still for less than LOST_AFTER
    clock.wait(LOST_AFTER - 1000 * BEAT_SECONDS)
    assert not one.beat()


def test_one_that_comes_back_is_not_lost_any_more(clock):
    one, two = a_process("one"), a_process("two")
    beat_for(clock, LOST_AFTER, one)
    two.beat()
    one.beat()
    assert one.lost == frozenset() and ServerProcess.objects.get(pk="two").lost is None


def test_one_that_ended_in_good_order_is_not_lost(clock):
    one, two = a_process("one"), a_process("two")
    two.end(all_noted=True)
    two.say_last_word()
    assert beat_for(clock, 3 * LOST_AFTER, one) == [] and one.since() == 0
    assert list(ServerProcess.objects.values_list("pk", flat=True)) == ["one"]


def test_one_that_could_not_store_who_left_is_found_at_the_next_look(clock):
    one, two = a_process("one"), a_process("two")
    two.end(all_noted=False)
    two.say_last_word()
    clock.wait()
    assert one.beat() and one.lost == {"two"} and one.since() == clock.now


def test_machines_may_disagree_about_the_time(clock, monkeypatch):
    one, ahead = a_process("one"), a_process("ahead")
    for _ in range(10):
        clock.wait()
        with monkeypatch.context() as patch:
            patch.setattr(processes, "now_ms", lambda: clock.now + 10 * LOST_AFTER)
            assert not ahead.beat()
        assert not one.beat() and one.since() == 0
    assert beat_for(clock, LOST_AFTER, one) == ["one"]  # who is ahead ends like the others, too


def test_a_loss_that_a_machine_ahead_has_noted_is_of_now(clock):
    one = a_process("one")
    ServerProcess.objects.create(name="two", seen=1, lost=clock.now + 3600 * 1000)
    clock.wait()
    one.beat()
    found = one.since()
    beat_for(clock, LOST_AFTER, one)
    assert found and one.since() == found < clock.now


def test_pages_of_a_process_without_sockets_see_it_however_rarely_they_are_asked_for(clock):
    one = a_process("one")
    assert processes.served_since() == 0
    clock.wait(4 * LOST_AFTER)
    assert processes.served_since() == clock.now
    one.beat()
    clock.wait()
    clock.wait()
    assert processes.served_since() == 0


def test_without_redis_there_is_nobody_else(settings, clock):
    a_process("one")
    clock.wait(LOST_AFTER + 1)
    settings.REDIS_URL = ""
    alone = Processes()
    alone.begin()
    assert alone.name is None and processes.served_since() == 0
