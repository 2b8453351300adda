"""Thousands of cards come in by a worker of its own, on PostgreSQL and Redis,
and the worker may die on the way.
"""
import asyncio
import threading
from contextlib import closing, contextmanager

import psycopg2
import pytest

from tests.outside.harness.process import patience, wait_until
from tests.outside.harness.server import Server
from tests.outside.importers import BIG, Importer, a_file, play_while, white_cards
from tests.outside.scenarios import TRACEBACK, story
from tests.outside.tables import a_table


class Site:
    def __init__(self, server, database):
        self.server, self.database = server, database

    def sql(self, statement, *arguments):
        with closing(psycopg2.connect(
                self.database)) as connection, connection, connection.cursor() as cursor:
            cursor.execute(statement, arguments)
            return [row[0] for row in cursor.fetchall()]

    def decks(self, name):
        """How many white cards each deck of this name has, but for what is a part of an import."""
        return self.sql("SELECT (SELECT count(*) FROM decks_whitecard card WHERE card.deck_id = deck.id) "
                        "FROM decks_deck deck "
                        "WHERE name = %s AND NOT staged", name)

    def texts(self, name):
        """The white cards of the decks of this name, in their order."""
        return self.sql("SELECT text FROM decks_whitecard card JOIN decks_deck deck ON deck.id = deck_id "
                        "WHERE name = %s AND NOT staged ORDER BY card.position, card.id", name)

    @contextmanager
    def watched(self, name):
        """Look all the time for decks of this name: yields a set that fills with what `decks` says,
        as tuples.
        """
        seen, enough = set(), threading.Event()

        def watch():
            while not enough.wait(0.1):
                seen.add(tuple(self.decks(name)))
        watching = threading.Thread(target=watch)
        watching.start()
        try:
            yield seen
        finally:
            enough.set()
            watching.join()

    def kill_the_worker_and_start_another(self, importer, job, cards):
        """As soon as so many cards are in; the claim of the first one is over at once, as if it were minutes later."""
        wait_until(lambda: importer.progress(job)["done"] >= cards, 30, self.server.log)
        self.server.kill("worker")
        assert importer.progress(job)["status"] == "running"
        assert self.sql("UPDATE decks_importjob SET changed = changed - interval '1 hour' WHERE id = %s RETURNING 1",
                        job.split("/")[-2]) == [1]
        self.server.start_one("worker")


@pytest.fixture(scope="module")
def site(tmp_path_factory, redis, new_database):
    database = new_database("imports")
    env = {"REDIS_URL": redis.url, "DATABASE_URL": database, "CLOCK_SECONDS": "1"}
    server = Server(tmp_path_factory.mktemp("imports"), env, with_workers=True).start()
    yield Site(server, database)
    server.stop()
    assert TRACEBACK not in server.log(), server.log()[-6000:]


@story
async def test_moves_are_answered_while_a_worker_brings_a_big_deck_in(site):
    importer, white = await asyncio.to_thread(Importer, site.server.url, "ann"), white_cards(BIG)
    async with a_table(site.server.url) as table:
        (seconds, steps), took = await play_while(table, importer.bring, a_file("Deck of Ann", white))
    print("import %.1f s, %d moves, the slowest %.2f s" % (seconds, len(took), max(took)))
    assert max(took) < patience(1) and len(took) > 20
    assert len(set(steps)) > 2 and steps == sorted(steps)
    assert site.texts("Deck of Ann") == white


@pytest.mark.one_stack
def test_another_worker_ends_the_import_of_one_that_was_killed(site):
    importer, white = Importer(site.server.url, "bob"), white_cards(6000)
    job = importer.look(a_file("Deck of Bob", white))
    with site.watched("Deck of Bob") as seen:
        importer.post(job, job)
        site.kill_the_worker_and_start_another(importer, job, 3000)
        assert "Deck of Bob" not in importer.get("/decks/mine/").text
        importer.wait(job)
    assert "Deck of Bob" in importer.get("/decks/mine/").text
    assert seen <= {(), (6000,)} and site.texts("Deck of Bob") == white


@pytest.mark.one_stack
def test_a_deck_is_as_it_was_until_another_worker_has_ended_the_import(site):
    importer, old, new = Importer(site.server.url, "cat"), white_cards(6000), white_cards(9000, "cake")
    importer.bring(a_file("Deck of Cat", old))
    job = importer.look(a_file("Deck of Cat", new))
    with site.watched("Deck of Cat") as seen:
        importer.post(job, job)
        site.kill_the_worker_and_start_another(importer, job, 2000)
        importer.wait(job)
    assert seen <= {(6000,), (9000,)} and site.texts("Deck of Cat") == new
    importer.take_back(job)
    assert site.texts("Deck of Cat") == old


@pytest.mark.one_stack
def test_what_came_in_by_two_workers_is_taken_back_whole(site):
    importer = Importer(site.server.url, "dan")
    job = importer.look(a_file("Deck of Dan", white_cards(6000)))
    importer.post(job, job)
    site.kill_the_worker_and_start_another(importer, job, 2000)
    importer.wait(job)
    with site.watched("Deck of Dan") as seen:
        importer.take_back(job)
    assert seen <= {(), (6000,)} and site.decks("Deck of Dan") == []
