"""The worker of Channels 4: tasks side by side, none hoarded,
none lost to a layer that was away for a while.
"""
import asyncio
import logging
import threading
import time

import pytest
from redis.exceptions import ConnectionError

from common.compat import reverse
from live import base
from live.current.application import Application
from live.current.worker import AT_ONCE, Worker
from tests.live.current.party import until


@pytest.fixture
def work(routes, layer, settings):
    """work(scene, task=function): runs `await scene(worker)` beside a worker that serves these tasks."""
    settings.CLOCK_SECONDS = 3600

    def run(scene, **tasks):
        async def within():
            routes.TASKS = tasks
            worker = Worker(layer, tasks)
            worker.start()
            await scene(worker)
            await worker.stop()
        asyncio.run(asyncio.wait_for(within(), 60))
    return run


async def send(layer, *numbers, to="task"):
    for number in numbers:
        await layer.send(to, {"type": "live.task", "payload": number})


class Slow:
    """A task that is held up until `go` is set; knows how many ran at once."""

    def __init__(self):
        self.go, self.running, self.most, self.done = threading.Event(), 0, 0, []
        self.lock = threading.Lock()

    def __call__(self, payload):
        with self.lock:
            self.running += 1
            self.most = max(self.most, self.running)
        self.go.wait(30)
        with self.lock:
            self.running -= 1
            self.done.append(payload)


def test_a_task_gets_its_payload(work, layer):
    done = []

    async def scene(worker):
        await send(layer, {"days": 30})
        await until(lambda: done)
    work(scene, task=done.append)
    assert done == [{"days": 30}]


def test_links_that_a_task_writes_are_below_the_path_of_the_site(work, layer, settings):
    settings.SCRIPT_NAME, links = "/cards", []

    async def scene(worker):
        await send(layer, 1)
        await until(lambda: links)
    work(scene, task=lambda payload: links.append(reverse("game:home")))
    assert links == ["/cards/"]


def test_four_run_at_once_and_the_others_stay_in_the_channel(work, layer):
    slow = Slow()

    async def scene(worker):
        await send(layer, *range(7))
        await until(lambda: slow.running == AT_ONCE)
        await asyncio.sleep(0.1)
        assert layer.channels["task"].qsize() == 3
        slow.go.set()
        await until(lambda: len(slow.done) == 7)
    work(scene, task=slow)
    assert slow.most == AT_ONCE == 4


def test_a_slow_task_holds_up_no_other_kind(work, layer):
    slow, done = Slow(), []

    async def scene(worker):
        await send(layer, *range(9))
        await send(layer, "quick", to="other")
        await until(lambda: done)
        slow.go.set()
    work(scene, task=slow, other=done.append)
    assert done == ["quick"]


def test_a_task_that_hangs_does_not_hold_up_the_loop(work, layer):
    slow, gaps = Slow(), []

    async def scene(worker):
        await send(layer, *range(4))
        await until(lambda: slow.running == AT_ONCE)
        for _ in range(20):
            before = time.monotonic()
            await asyncio.sleep(0.005)
            gaps.append(time.monotonic() - before)
        slow.go.set()
    work(scene, task=slow)
    assert max(gaps) < 5  # of the thirty seconds that each of them hangs


def test_each_task_has_a_thread_of_its_own(work, layer):
    threads = []

    async def scene(worker):
        await send(layer, 1, 2)
        await until(lambda: len(threads) == 2)
    work(scene, task=lambda payload: threads.append(threading.current_thread()))
    assert len(set(threads)) == 2 and threading.main_thread() not in threads


def test_a_failing_task_and_a_broken_message_are_logged_and_the_next_is_served(work, layer, caplog):
    done = []

    async def scene(worker):
        for message in ({"type": "live.task", "payload": 0}, {"type": "nonsense"},
                        {"type": "live.task", "payload": 2}):
            await layer.send("task", message)
        await until(lambda: done)
    work(scene, task=lambda payload: done.append(1 // payload))
    assert done == [0] and caplog.text.count("A task failed.") == 2


def test_it_outlives_a_layer_that_is_away_for_a_while(work, layer, monkeypatch, caplog):
    caplog.set_level(logging.INFO, "live")
    monkeypatch.setattr("live.outage.FIRST_PAUSE", 0.001)
    done, receive, failures = [], layer.receive, iter(range(3))

    async def failing(channel):
        if next(failures, None) is not None:
            raise ConnectionError("no Redis")
        return await receive(channel)
    layer.group_discard = lambda *args: asyncio.sleep(0)
    layer.receive = failing

    async def scene(worker):
        await send(layer, "late")
        await until(lambda: done)
    work(scene, task=done.append)
    assert done == ["late"] and caplog.text.count("layer is away") == caplog.text.count("layer is back") == 3


def test_while_the_layer_is_away_the_log_has_one_line(work, layer, monkeypatch, caplog):
    monkeypatch.setattr("live.outage.FIRST_PAUSE", 0.001)
    tries = []

    async def away(*args):
        tries.append(args)
        raise ConnectionError("no Redis")
    layer.receive = layer.group_discard = away

    async def scene(worker):
        await until(lambda: len(tries) > 5)
    work(scene, task=None)
    assert len([record for record in caplog.records if record.name == "live"]) == 1


def test_what_runs_may_finish_when_the_worker_stops(work, layer):
    slow = Slow()

    async def scene(worker):
        await send(layer, *range(5))
        await until(lambda: slow.running == AT_ONCE)
        asyncio.get_running_loop().call_later(0.1, slow.go.set)
        await worker.stop()
        assert len(slow.done) == AT_ONCE
        assert layer.channels["task"].qsize() == 1
    work(scene, task=slow)


def test_what_takes_too_long_is_cut_off(work, layer, settings, caplog):
    settings.SHUTDOWN_SECONDS = 0.1
    slow = Slow()

    async def scene(worker):
        await send(layer, 1)
        await until(lambda: slow.running)
        await worker.stop()
        assert slow.done == []
    work(scene, task=slow)
    assert "1 tasks were cut off" in caplog.text
    slow.go.set()


def test_the_clock_strikes_at_the_start_and_again_whatever_fails(work, routes, settings):
    struck = []

    def strike():
        struck.append(threading.current_thread())
        raise ValueError
    routes.EVERY_MINUTE = [strike]

    async def scene(worker):
        await until(lambda: struck)
        await asyncio.sleep(0.05)
        assert len(struck) == 1
    work(scene)
    settings.CLOCK_SECONDS = 0.01

    async def later(worker):
        await until(lambda: len(struck) > 3)
    work(later)
    assert threading.main_thread() not in struck


def test_a_task_and_the_clock_may_ask_for_tasks(work, layer, routes):
    done = []
    routes.EVERY_MINUTE = [lambda: base.send_task("task", "from the clock")]

    async def scene(worker):
        await until(lambda: len(done) == 2)
    work(scene, task=lambda payload: base.send_task("other", payload + ", from a task"),
         other=lambda payload: done.append(payload) or (len(done) < 2 and base.send_task("other", "again")))
    assert done == ["from the clock, from a task", "again"]


def test_a_page_finds_the_worker_started_before_it_comes(layer, routes, settings):
    settings.CLOCK_SECONDS, struck = 3600, []
    routes.EVERY_MINUTE = [lambda: struck.append(1)]

    async def page(scope, receive, send):
        send("page")

    async def within():
        application, sent = Application(page, with_worker=True), []
        application.begin([])
        await until(lambda: struck)
        await application({"type": "http"}, None, sent.append)
        assert sent == ["page"] and struck == [1]
        await application.worker.stop()
    asyncio.run(within())
