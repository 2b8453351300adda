"""The classic stack as instructions for Channels 1 start it: daphne's own command line, and a plain `runworker`."""
import os

import pytest

from tests.outside.harness.server import PYTHON, Server, is_classic
from tests.outside.scenarios import TRACEBACK, story
from tests.outside.tables import a_table, agree, next_round, play_round

pytestmark = pytest.mark.skipif(not is_classic(), reason="Channels 4 has no channel layer to serve")


@pytest.fixture
def site(tmp_path, redis, var_template):
    server = Server(tmp_path / "server", {"REDIS_URL": redis.url}, var_template=var_template)
    daphne = os.path.join(os.path.dirname(PYTHON), "daphne")
    server.commands = lambda: {
        "daphne": [daphne, "cards_project.asgi:channel_layer", "--port", str(server.port)],
        "runworker": [PYTHON, "manage.py", "runworker"]}
    server.start()
    yield server
    server.stop()
    assert TRACEBACK not in server.log(), server.log()[-6000:]


@story
async def test_a_game_is_played_over_daphne_and_one_worker(site):
    async with a_table(site.url, 3) as (_, bots, _):
        await bots[0].send("start_game")
        for number in (1, 2, 3):
            assert bots[0].table["round"] == number
            await play_round(bots)
            await agree(bots)
            await next_round(bots)
