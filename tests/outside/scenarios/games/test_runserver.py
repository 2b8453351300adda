"""`manage.py runserver`, which developers start out of habit: it serves sockets, too."""
import pytest

from tests.outside.harness.server import PYTHON, Server
from tests.outside.scenarios import TRACEBACK, story
from tests.outside.tables import a_table, play_round


@pytest.fixture
def developed(tmp_path, var_template):
    """The address of a server as developers start it."""
    server = Server(tmp_path / "server", {"DEBUG": "1"}, var_template=var_template)
    server.commands = lambda: {"web": [PYTHON, "manage.py", "runserver", "--noreload", str(server.port)]}
    yield server.start().url
    assert TRACEBACK not in server.log(), server.log()[-6000:]
    server.stop()


@story
async def test_a_round_is_played_on_it(developed):
    async with a_table(developed) as (_, bots, _):
        await bots[0].send("start_game")
        await play_round(bots)
