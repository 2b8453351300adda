"""The event loop and SQLite: writes in the loop, but never waiting there for somebody else's lock."""
import asyncio
import os
import sqlite3
import threading
from contextlib import closing

import pytest
from django.core.exceptions import SynchronousOnlyOperation
from django.db import OperationalError, connection
from django.db.backends.sqlite3.base import DatabaseWrapper

from live.base import Place
from live.current import database
from live.current.database import ALLOWED, Database
from tests.live.current.party import Ear, Party, until

HELD_SECONDS = 3


class File:
    """A SQLite file; each thread has a connection of its own, as Django's are, but outside Django's reach."""

    vendor = "sqlite"

    def __init__(self, path, settings):
        self._settings = dict(settings, NAME=str(path),
                              OPTIONS={"timeout": 20, "transaction_mode": "IMMEDIATE"})
        self._local = threading.local()
        self.path, self.threads = str(path), []
        with closing(sqlite3.connect(self.path)) as file:
            file.execute("PRAGMA journal_mode=WAL")
            file.execute("CREATE TABLE words (word TEXT)")

    def __getattr__(self, name):
        return getattr(self._mine(), name)

    def _mine(self):
        if not hasattr(self._local, "connection"):
            self._local.connection = DatabaseWrapper(self._settings, "default")
        return self._local.connection

    @property
    def settings_dict(self):
        return self._mine().settings_dict

    @settings_dict.setter
    def settings_dict(self, value):
        self._mine().settings_dict = value

    def write(self, *words):
        """Store words in the thread that calls; remembers which one it was."""
        with self._mine().cursor() as cursor:
            for word in words:
                cursor.execute("INSERT INTO words VALUES (%s)", [word])
        self.threads.append(threading.current_thread())

    def words(self):
        with closing(sqlite3.connect(self.path)) as file:
            return [word for word, in file.execute("SELECT word FROM words ORDER BY rowid")]


@pytest.fixture
def file(tmp_path, monkeypatch, django_db_blocker):
    file = File(tmp_path / "words.sqlite3", connection.settings_dict)
    monkeypatch.setattr(database, "connection", file)
    monkeypatch.delenv(ALLOWED, raising=False)
    with django_db_blocker.unblock():
        yield file


class Holder:
    """Another process's connection that holds the lock of the file from now on."""

    def __init__(self, file):
        self._connection = sqlite3.connect(file.path, isolation_level=None, check_same_thread=False)
        self._connection.execute("BEGIN IMMEDIATE")

    def let_go(self):
        self._connection.rollback()
        self._connection.close()


async def longest_wait(work):
    """How long the loop kept a coroutine waiting that wanted to run again at once, while `work` was done."""
    loop, longest, doing = asyncio.get_running_loop(), 0, asyncio.ensure_future(work)
    while not doing.done():
        before = loop.time()
        await asyncio.sleep(0)
        longest = max(longest, loop.time() - before)
        await asyncio.sleep(0.005)
    await doing
    return longest


def in_a_loop(scene):
    """Runs `await scene(Database)` and lets its threads go."""
    async def within():
        data = Database()
        try:
            return await scene(data)
        finally:
            data.close()
    return asyncio.run(asyncio.wait_for(within(), 60))


def test_a_write_runs_in_the_loop_when_nobody_holds_the_lock(file):
    in_a_loop(lambda data: data.write(file.write, "tea"))
    assert file.words() == ["tea"] and file.threads == [threading.current_thread()]


def test_a_write_waits_in_a_thread_while_somebody_holds_the_lock(file):
    async def scene(data):
        holder = Holder(file)
        asyncio.get_running_loop().call_later(HELD_SECONDS, holder.let_go)
        return await longest_wait(data.write(file.write, "tea"))
    assert in_a_loop(scene) < HELD_SECONDS / 2
    assert file.words() == ["tea"] and file.threads[0] is not threading.current_thread()


def test_the_next_write_runs_in_the_loop_again(file):
    async def scene(data):
        holder = Holder(file)
        asyncio.get_running_loop().call_later(0.1, holder.let_go)
        await data.write(file.write, "tea")
        await data.write(file.write, "milk")
    in_a_loop(scene)
    assert file.words() == ["tea", "milk"] and file.threads[1] is threading.current_thread()


def test_moves_made_meanwhile_keep_their_order_and_pings_wait_for_nothing(file):
    async def scene():
        party = Party()
        swap, party.handler._swap = party.handler._swap, lambda outcome: file.write(*outcome.words) or swap(
            outcome)
        ear, holder = await party.enter(), Holder(file)
        await party.send(ear, "one")
        await until(lambda: party.handler.commits)
        await party.send(ear, "two", "ping")
        tv = Ear()
        await party.hub.enter(tv, Place(1, None))
        assert (ear.heard[1:], tv.heard) == (["pong at 1"], ["welcome spectator at 1"])
        holder.let_go()
        await until(lambda: "ok two" in ear.heard)
        party.close()
    asyncio.run(asyncio.wait_for(scene(), 60))
    assert file.words() == ["one", "two"]


def test_another_failure_is_not_tried_in_a_thread(file):
    def fail():
        file.threads.append(threading.current_thread())
        raise OperationalError("disk is full")
    with pytest.raises(OperationalError):
        in_a_loop(lambda data: data.write(fail))
    assert file.threads == [threading.current_thread()]


def test_nothing_else_touches_the_database_in_the_loop(file):
    async def scene(data):
        await data.write(file.write, "tea")
        file.write("milk")
    with pytest.raises(SynchronousOnlyOperation):
        in_a_loop(scene)
    assert file.words() == ["tea"] and ALLOWED not in os.environ


def test_reads_run_in_threads(file):
    in_a_loop(lambda data: data.read(file.write, "tea"))
    assert file.threads[0] is not threading.current_thread()


def test_where_commits_do_not_run_in_the_loop_django_is_told_nothing(file, monkeypatch):
    monkeypatch.setattr(file, "vendor", "postgresql", raising=False)
    seen = in_a_loop(lambda data: data.write(os.environ.get, ALLOWED))
    assert seen is None
