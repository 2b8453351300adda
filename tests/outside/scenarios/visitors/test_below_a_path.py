"""A site below a path (SCRIPT_NAME), as beside others on one host: all of it is there,
and nothing leads out of it.
"""
import re

import pytest
import requests
import websockets

from tests.outside.harness.server import Server
from tests.outside.scenarios import TRACEBACK, story
from tests.outside.tables import a_table, play_round
from tests.outside.visitors import Visitor

LEADS = re.compile(r"""(?:src|href|action|data-[a-z-]+)="(/[^"]*)\"""")
PAGES = ["/", "/accounts/login/", "/accounts/signup/", "/accounts/password/reset/", "/decks/", "/nowhere/",
         "/admin/login/",
         "/rooms/{code}/", "/tv/{code}/"]


@pytest.fixture(scope="module")
def below(tmp_path_factory, var_template):
    """The address of a server's site."""
    server = Server(tmp_path_factory.mktemp("below"), {"SCRIPT_NAME": "/cards"}, var_template=var_template).start()
    yield server.url + "/cards"
    server.stop()
    assert TRACEBACK not in server.log(), server.log()[-6000:]


@story
async def test_a_round_is_played_there_and_no_page_leads_elsewhere(below):
    async with a_table(below) as (code, bots, visitors):
        await bots[0].send("start_game")
        assert await play_round(bots)
        for path in PAGES:
            text = visitors[0].get(path.format(code=code)).text
            assert [lead for lead in LEADS.findall(text) if not lead.startswith("/cards/")] == [], path
        assert visitors[0].get("/csrf/", headers={"Accept": "application/json"}).json()["token"]


@story
async def test_a_socket_elsewhere_is_denied_without_a_word_in_the_log(below):
    site = below[:-len("/cards")]
    code = Visitor(below).open_room("Ann")
    with pytest.raises(websockets.InvalidStatus) as denied:
        await websockets.connect(site.replace("http", "ws") + "/ws/rooms/%s/" % code, origin=site)
    assert denied.value.response.status_code == 403
    assert requests.get(site + "/health/", timeout=30).status_code in (200, 404)
