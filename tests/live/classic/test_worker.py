"""The workers of Channels 1: threads that outlive an outage, a clock, and which channels they serve."""
from __future__ import unicode_literals

import logging
import threading
import time

import pytest
from channels.asgi import ChannelLayerWrapper, channel_layers
from channels.routing import route
from django.core.management import call_command
from django.core.management.base import CommandError
from redis.exceptions import ConnectionError

from common.compat import reverse
from live import base
from live.classic import routing, worker
from live.classic.layer import MemoryLayer
from live.classic.worker import Workers, chosen_channels

pytestmark = pytest.mark.filterwarnings("ignore:receive_many is deprecated")  # by the library's own worker


class Site(object):
    """A channel layer of the test's own, which serves `tasks` and a socket's channel."""

    def __init__(self):
        self.tasks, self.layer = {}, MemoryLayer()
        self.wrapper = ChannelLayerWrapper(self.layer, "default", [
            route("task", routing._task(lambda payload: self.tasks["task"](payload)))] + [
            route(name, lambda message: None)
            for name in ("http.request", "websocket.connect", "websocket.disconnect", "websocket.receive")])
        self.all = []

    def work(self, *lists, **options):
        workers = Workers(lists, options.get("ticking", False))
        workers.start()
        self.all.append(workers)
        return workers


@pytest.fixture
def site(routes, settings):
    settings.CLOCK_SECONDS = 3600
    site = Site()
    old = channel_layers.set("default", site.wrapper)
    yield site
    for workers in site.all:
        workers.stop()
    channel_layers.set("default", old)


def until(condition, seconds=20):
    end = time.time() + seconds
    while not condition():
        assert time.time() < end, "it never happened"
        time.sleep(0.005)


def test_as_many_tasks_as_threads_run_at_once(site):
    running, go = [], threading.Event()
    site.tasks["task"] = lambda payload: (running.append(payload), go.wait(20))
    site.work(*[["task"]] * 4)
    base.send_task("task", *range(6))
    until(lambda: len(running) == 4)
    time.sleep(0.05)
    assert sorted(running) == [0, 1, 2, 3]
    go.set()
    until(lambda: len(running) == 6)


def test_links_that_a_task_writes_are_below_the_path_of_the_site(site, settings):
    settings.SCRIPT_NAME, links = "/cards", []
    site.tasks["task"] = lambda payload: links.append(reverse("game:home"))
    site.work(["task"])
    base.send_task("task", 1)
    until(lambda: links)
    assert links == ["/cards/"]


def test_an_outage_is_outlived_and_told_once(site, monkeypatch, caplog):
    caplog.set_level(logging.INFO, "live")
    monkeypatch.setattr("live.outage.FIRST_PAUSE", 0.001)
    done, tries, away = [], [], [True]
    site.tasks["task"] = done.append

    def unless_away(function):
        def call(*args, **kwargs):
            if away:
                tries.append(args)
                raise ConnectionError("no Redis")
            return function(*args, **kwargs)
        return call
    site.layer.receive, site.layer.group_discard = map(unless_away,
                                                       (site.layer.receive, site.layer.group_discard))
    site.work(["task"], ["task"])
    until(lambda: len(tries) > 8)
    away.pop()
    base.send_task("task", "late")
    until(lambda: done)
    assert caplog.text.count("layer is away") == caplog.text.count("layer is back") == 1
    assert "Traceback" not in caplog.text


def test_sockets_are_sent_away_after_an_outage_by_the_thread_that_serves_them(site, monkeypatch):
    sent_away, failing_once = [], {"task", "websocket.receive"}
    monkeypatch.setattr("live.outage.FIRST_PAUSE", 0.001)
    monkeypatch.setattr(worker, "send_everybody_away", lambda: sent_away.append(threading.current_thread()))
    receive = site.layer.receive

    def failing(channels, block=False):
        if channels[0] in failing_once:
            failing_once.discard(channels[0])
            raise ConnectionError("no Redis")
        return receive(channels, block)
    site.layer.receive = failing
    workers = site.work(["task"], ["websocket.receive"])
    until(lambda: sent_away)
    assert set(sent_away) == {workers._threads[1]}


def test_trouble_in_the_middle_of_a_message_does_not_end_a_worker(site, monkeypatch):
    monkeypatch.setattr("live.outage.FIRST_PAUSE", 0.001)
    done, broken = [], [True]
    site.tasks["task"] = done.append

    def finished(**kwargs):
        if broken:
            broken.pop()
            raise ConnectionError("no Redis for the answers either")
    monkeypatch.setattr("channels.worker.consumer_finished.send", lambda sender: finished())
    site.work(["task"])
    base.send_task("task", 1)
    base.send_task("task", 2)
    until(lambda: done == [1, 2])


def test_what_runs_may_finish_when_the_workers_stop(site):
    done, go = [], threading.Event()
    site.tasks["task"] = lambda payload: (go.wait(20), done.append(payload))
    workers = site.work(["task"])
    base.send_task("task", 1)
    until(lambda: workers._busy())
    threading.Timer(0.1, go.set).start()
    workers.stop()
    assert done == [1]


def test_what_takes_too_long_is_cut_off(site, settings, monkeypatch, caplog):
    settings.SHUTDOWN_SECONDS = 0.1
    monkeypatch.setattr(worker, "IDLE_SECONDS", 0)
    go = threading.Event()
    site.tasks["task"] = lambda payload: go.wait(20)
    workers = site.work(["task"])
    base.send_task("task", 1)
    until(lambda: workers._busy())
    workers.stop()
    assert "1 tasks were cut off" in caplog.text
    go.set()


def test_who_waits_is_not_busy(site):
    workers = site.work(["task"])
    workers.stop()
    assert workers._busy() == 0


def test_the_clock_strikes_at_the_start_and_again_whatever_fails(site, routes, settings):
    struck, settings.CLOCK_SECONDS = [], 0.01

    def strike():
        struck.append(threading.current_thread())
        raise ValueError
    routes.EVERY_MINUTE = [strike]
    workers = site.work(["task"], ticking=True)
    until(lambda: len(struck) > 3)
    assert set(struck) == {workers._threads[-1]}


def test_without_tasks_there_is_no_clock(site, routes):
    struck = []
    routes.EVERY_MINUTE = [lambda: struck.append(1)]
    site.work(["websocket.receive"])
    time.sleep(0.05)
    assert struck == []


def test_a_full_channel_and_a_layer_that_is_away_are_unsent(site, monkeypatch):
    def fail(error):
        def send(*args):
            raise error
        return send
    for error in (MemoryLayer.ChannelFull(), ConnectionError("no Redis")):
        monkeypatch.setattr(site.layer, "send", fail(error))
        with pytest.raises(base.UnsentError) as unsent:
            base.send_task("task", 1)
        assert "task could not be asked" in "%s" % unsent.value


EVERY = ["http.request", "task", "websocket.connect", "websocket.disconnect", "websocket.receive"]


@pytest.mark.parametrize("names, only, exclude, chosen", [
    ([], [], [], EVERY), (["task"], [], [], ["task"]), ([], ["http.*"], [], EVERY[:1]),
    (["task"], ["http.*"], [], EVERY[:2]), ([], [], ["http.*", "websocket.*"], ["task"]),
    ([], ["websocket.*"], ["*.connect"], EVERY[3:])])
def test_names_and_patterns_choose_the_channels(site, names, only, exclude, chosen):
    assert chosen_channels(names, only, exclude) == chosen


@pytest.mark.parametrize("options, said", [
    ({"only_channels": ["htp.*"]}, "http.request"), ({"exclude_channels": ["tsk"]}, "task"),
    ({"exclude_channels": ["*"]}, "no channel"), ({"threads": 0}, "--threads")])
def test_options_that_leave_nothing_to_do_are_refused(site, settings, options, said):
    settings.REDIS_URL = "redis://localhost/0"
    with pytest.raises(CommandError) as refusal:
        call_command("runworker", **options)
    assert said in "%s" % refusal.value


@pytest.mark.parametrize("options, lists, ticking", [
    ({"only_channels": ["websocket.*"], "threads": 4}, [EVERY[2:]], False),
    ({"only_channels": ["http.*"], "threads": 2}, [EVERY[:1]] * 2, False),
    ({"threads": 2}, [EVERY, EVERY[:2]], True)])
def test_one_thread_alone_serves_the_sockets_and_only_tasks_need_the_clock(
        site, settings, routes, monkeypatch, options, lists, ticking):
    begun = []
    settings.REDIS_URL, routes.TASKS = "redis://localhost/0", {"task": None}
    monkeypatch.setattr(worker.signal, "signal", lambda number,
                        handler: callable(handler) and handler(number, None))
    monkeypatch.setattr(worker, "Workers", lambda *args,
                        **kwargs: begun.append((args, kwargs)) or NoWorkers())
    call_command("runworker", **options)
    assert begun == [((lists,), {"ticking": ticking})]


class NoWorkers(object):
    def start(self):
        pass

    stop = start


@pytest.mark.parametrize("channel, all_noted", [("websocket.receive", False), ("http.request", True)])
def test_who_served_sockets_is_lost_when_it_ends_as_nobody_knows_them_any_more(
        site, monkeypatch, channel, all_noted):
    words = []
    monkeypatch.setattr(worker.processes, "end", lambda all_noted: words.append(all_noted))
    site.work([channel]).stop()
    assert words == [all_noted]
