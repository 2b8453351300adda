"""A real PostgreSQL that is stopped and comes back: what people, probes and the log are told meanwhile."""
import asyncio
import itertools

import pytest
import requests

from tests.outside.harness import prepared
from tests.outside.harness.postgres import Postgres
from tests.outside.harness.process import patience, wait_until
from tests.outside.scenarios import TRACEBACK, story
from tests.outside.tables import a_table, sit, turned_away

numbers = itertools.count(1)
AWAY, BACK = "The database is away", "The database is back"


@pytest.fixture(scope="module")
def postgres(tmp_path_factory):
    postgres = Postgres().start()
    prepared.prepared_database(prepared.folder_of_run(tmp_path_factory), postgres)
    yield postgres
    postgres.stop()


@pytest.fixture
def own_postgres(postgres):
    """A database server to stop and start again; its `.database`, a new one, has tables and starter decks."""
    postgres.database = postgres.create_database("away%d" % next(numbers), prepared.NAME)
    return postgres


def health_of(site):
    """The status of its answer, which comes in seconds whatever the database does."""
    return requests.get(site.url + "/health/", timeout=patience(10)).status_code


def test_a_stopped_database_gives_a_kind_page_and_two_lines_in_the_log(own_postgres, new_server):
    site = new_server(env={"DATABASE_URL": own_postgres.database, "CLOCK_SECONDS": "3600"})
    assert health_of(site) == 200
    own_postgres.pause()
    wait_until(lambda: health_of(site) == 503, 30, site.log)
    for path in ["/", "/accounts/profile/", "/decks/"] * 3:
        answer = requests.get(site.url + path, timeout=patience(10), cookies={"sessionid": "a" * 32})
        assert (answer.status_code,
                answer.headers.get("Retry-After")) == (503, "5"), (path, answer.text, site.log())
        assert "being wiped" in answer.text
    own_postgres.resume()
    wait_until(lambda: BACK in site.log(), 60, site.log)
    wait_until(lambda: health_of(site) == 200, 60, site.log)
    assert requests.get(site.url + "/", timeout=30).status_code == 200
    assert [site.log().count(text) for text in (AWAY, BACK, TRACEBACK)] == [1, 1, 0], site.log()


def test_a_probe_by_address_is_answered(new_server):
    site = new_server(env={"ALLOWED_HOSTS": "cards.example.org"})
    answers = [requests.get(site.url + path, headers={"Host": "10.0.0.5:8000"}, timeout=30)
               for path in ("/health/", "/")]
    assert [answer.status_code for answer in answers] == [200, 400]
    assert TRACEBACK not in site.log()


@pytest.mark.one_stack
@story
async def test_a_socket_that_comes_meanwhile_is_told_to_come_again(own_postgres, new_server):
    site = new_server(env={"DATABASE_URL": own_postgres.database, "CLOCK_SECONDS": "3600"})
    async with a_table(site.url) as (code, _, visitors):
        await asyncio.to_thread(own_postgres.pause)
        assert [await turned_away(visitor, code) for visitor in visitors] == [(4503, "busy")] * 3
        assert site.log().count(AWAY) == 1 and TRACEBACK not in site.log(), site.log()
        await asyncio.to_thread(own_postgres.resume)
        await asyncio.to_thread(wait_until, lambda: BACK in site.log(), 60, site.log)
        await (await sit(visitors[0], code)).close()


@story
async def test_nobody_notices_a_restart_while_nobody_plays(own_postgres, new_server):
    site = new_server(env={"DATABASE_URL": own_postgres.database, "CLOCK_SECONDS": "3600"})
    async with a_table(site.url) as (code, bots, visitors):
        for limit in (3, 4):
            await bots[0].send("change_settings", settings={"score_limit": limit})
        await asyncio.to_thread(own_postgres.restart)
        assert (await bots[0].send("change_settings", settings={"score_limit": 5}))["type"] == "ok"
        await asyncio.gather(*[sit(visitor, code) for visitor in visitors])
        answers = [await asyncio.to_thread(visitors[0].get, path) for path in ["/", "/decks/"] * 4]
        assert {answer.status_code for answer in answers} == {200} and AWAY not in site.log(), site.log()
