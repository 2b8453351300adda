"""A site moves from the classic stack to the current one in the middle of a game: its database and its secret key
are all that it takes along.
"""
import shutil
import sqlite3
import sys
from contextlib import closing
from types import SimpleNamespace

import pytest

from tests.outside.harness import prepared
from tests.outside.harness.server import PROJECT, PYTHON, Server, is_classic
from tests.outside.scenarios import TRACEBACK, story
from tests.outside.tables import agree, next_round, play_round, sit
from tests.outside.visitors import Visitor

pytestmark = pytest.mark.one_stack  # both are in it already
# What the older allauth lets two accounts have.
ONE_MAILBOX = """
INSERT INTO account_emailaddress (user_id, email, verified, "primary")
    SELECT id, CASE username WHEN 'ann' THEN 'Ann@Example.org' ELSE 'ann@example.org' END, 1, 1 FROM auth_user;
"""


def classic_python():
    """The Python of the classic stack; skips the tests where there is none that is ready."""
    venv = PROJECT / ".venv-2.7"
    python = PYTHON if is_classic() else str(venv / "bin" / "python")
    ready = is_classic() or (venv / "requirements.txt.stamp").exists()  # as bin/test leaves it
    if not ready:
        pytest.skip("There is no Python 2.7 with the classic stack: PYTHON=python2.7 PREPARE_ONLY=1 bin/test")
    return python


def sql(server, text):
    with closing(sqlite3.connect(str(server.var / "db.sqlite3"))) as connection:
        rows = connection.execute(text).fetchall()
        connection.commit()
        return rows


@pytest.fixture(scope="module")
def moved(tmp_path_factory):
    """Ann, who has an account, and the guests Bob and Cat, before and after the move."""
    folder, seen = tmp_path_factory.mktemp("moved"), SimpleNamespace()
    python = classic_python()
    template = prepared.var_folder(prepared.folder_of_run(tmp_path_factory), python)
    old = Server(folder / "old", python=python, var_template=template).start()

    @story
    async def first_round():
        seen.visitors = [Visitor(old.url) for _ in range(3)]
        seen.visitors[0].sign_up("ann")
        Visitor(old.url).sign_up("dora")
        seen.code = seen.visitors[0].open_room("Ann")
        assert [visitor.take_seat(seen.code, name) for visitor, name in zip(
            seen.visitors[1:], ("Bob", "Cat"))] == [200, 200]
        bots = [await sit(visitor, seen.code) for visitor in seen.visitors]
        await bots[0].send("start_game")
        await play_round(bots)
        await next_round(bots)
        seen.before = [(bot.number, sorted(bot.hand), bot.table["round"], scores(bot)) for bot in bots]
        for bot in bots:
            await bot.close()
    first_round()
    old.stop()
    sql(old, ONE_MAILBOX)

    new = Server(folder / "new", python=sys.executable)
    new.var.mkdir(parents=True)
    for name in ("db.sqlite3", "secret_key"):
        shutil.copy(str(old.var / name), str(new.var / name))
    seen.dry = new.manage("adopt_database")
    seen.done, seen.again = new.manage("adopt_database", "--yes"), new.manage("adopt_database")
    seen.server = new.start()
    for visitor in seen.visitors:
        visitor.site = new.url
    yield seen
    new.stop()
    assert TRACEBACK not in new.log(), new.log()[-6000:]


def scores(bot):
    return {number: player["score"] for number, player in bot.table["players"].items()}


def test_it_says_what_it_found_and_did(moved):
    assert "The game has made it on an older Django" in moved.dry
    assert "run this again with --yes" in moved.dry
    assert "Done." in moved.done and "There is nothing to do." in moved.again


@story
async def test_the_game_goes_on_with_everybody_in_their_seats(moved):
    bots = [await sit(visitor, moved.code) for visitor in moved.visitors]
    assert [(bot.number, sorted(bot.hand), bot.table["round"], scores(bot)) for bot in bots] == moved.before
    await play_round(bots)
    await agree(bots)
    assert sum(scores(bots[0]).values()) == 2
    for bot in bots:
        await bot.close()


def test_who_was_signed_in_stays_so(moved):
    assert moved.visitors[0].get("/accounts/profile/", allow_redirects=False).status_code == 200


def test_passwords_of_the_classic_stack_are_read(moved):
    ann = Visitor(moved.server.url).sign_in("ann")
    assert ann.get("/accounts/profile/", allow_redirects=False).status_code == 200


def test_an_address_of_two_accounts_is_confirmed_for_one(moved):
    assert "is confirmed for 2 accounts" in moved.dry and "is confirmed for" not in moved.again
    rows = sql(moved.server, "SELECT email, verified FROM account_emailaddress ORDER BY verified")
    assert rows == [("ann@example.org", 0), ("ann@example.org", 1)]


def test_decks_are_loaded_once(moved):
    moved.server.manage("load_starter_decks")
    files = len(list(PROJECT.glob("decks/starter/*.json")))
    assert sql(moved.server, "SELECT COUNT(*) FROM decks_deck") == [(files,)]
