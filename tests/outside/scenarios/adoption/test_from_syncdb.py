"""A database that syncdb has made is carried over and played on: on SQLite by the classic stack, on PostgreSQL
by the current one.
"""
import sqlite3
from contextlib import closing
from types import SimpleNamespace

import psycopg2
import pytest

from tests.outside.harness.process import free_port
from tests.outside.harness.server import Server, is_classic
from tests.outside.scenarios import TRACEBACK, story
from tests.outside.tables import a_table, next_round, play_round
from tests.outside.visitors import Visitor
from tests.project.adoption import old_database

COUNTS = {"cards_blackcard": 4, "cards_whitecard": 5, "cards_submittedcard": 1, "django_session": 1,
          "socialaccount_socialtoken": 1, "auth_user": 3, "django_admin_log": 1}


def sqlite(folder, request):
    path = str(folder / "old.sqlite3")
    old_database.make_sqlite(path)
    return "sqlite:///" + path, lambda: sqlite3.connect(path)


def postgres(folder, request):
    address = request.getfixturevalue("postgres_server").create_database("old%d" % free_port())
    with closing(psycopg2.connect(address)) as connection, connection, connection.cursor() as cursor:
        cursor.execute(old_database.postgres_sql())
    return address, lambda: psycopg2.connect(address)


@pytest.fixture(scope="module")
def old(request, tmp_path_factory):
    """A server on the old database, and what the command said of it."""
    folder = tmp_path_factory.mktemp("old")
    address, connect = (sqlite if is_classic() else postgres)(folder, request)
    server = Server(folder / "server", {"DATABASE_URL": address})

    def sql(text):
        with closing(connect()) as connection, closing(connection.cursor()) as cursor:
            cursor.execute(text)
            return cursor.fetchall()
    dry = server.manage("adopt_database")
    done, again = server.manage("adopt_database", "--yes"), server.manage("adopt_database")
    counted = {table: sql("SELECT COUNT(*) FROM " + table)[0][0] for table in COUNTS}
    server.manage("load_starter_decks")
    yield SimpleNamespace(server=server.start(), sql=sql, dry=dry, done=done, again=again, counted=counted)
    server.stop()
    assert TRACEBACK not in server.log(), server.log()[-6000:]


def test_it_is_carried_over_once(old):
    assert "It was made by syncdb" in old.dry and "run this again with --yes" in old.dry
    assert "Done." in old.done and "There is nothing to do." in old.again


def test_no_row_is_lost(old):
    assert old.counted == COUNTS


def test_people_sign_in_with_their_old_password(old):
    bob = Visitor(old.server.url).sign_in("bob")
    assert bob.get("/accounts/profile/", allow_redirects=False).status_code == 200


@pytest.mark.skipif(is_classic(), reason="other sites open accounts on the current stack only")
def test_a_way_in_that_is_not_offered_any_more_spoils_no_page(old):
    page = Visitor(old.server.url).sign_in("bob").get("/accounts/3rdparty/")
    assert page.status_code == 200 and "Facebook" in page.text


def test_there_is_room_for_newcomers(old):
    assert Visitor(old.server.url).sign_up("eve").get("/accounts/profile/",
                                                      allow_redirects=False).status_code == 200


def test_the_old_cards_are_drafts_of_the_first_superuser(old):
    page = Visitor(old.server.url).sign_in("ann").get("/decks/mine/").text
    assert all(name in page for name in ("Office Pack", "Tea Pack", "Cards without a set"))
    assert old.sql("SELECT DISTINCT status FROM decks_deck WHERE source LIKE 'old-tables/%'") == [("draft",)]


@story
async def test_a_game_is_played(old):
    async with a_table(old.server.url, 3) as (_, bots, _):
        await bots[0].send("start_game")
        await play_round(bots)
        await next_round(bots)
        assert bots[0].table["round"] == 2
