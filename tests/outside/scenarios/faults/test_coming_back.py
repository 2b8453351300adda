"""A server that restarts, and the pages' own connections (static/js/room/wire/connection.js) that come back
to it.
"""
import time

import pytest

from tests.outside.harness.process import Process, patience, wait_until
from tests.outside.harness.server import PROJECT
from tests.outside.visitors import Visitor

TABS, BACK_SECONDS = 15, 5
SCRIPT = "tests/outside/returning.mjs"


class Crowd:
    """Pages of two players in one room, under node."""

    def __init__(self, server, folder):
        people = [Visitor(server.url), Visitor(server.url)]
        code = people[0].open_room("Ann")
        assert people[1].take_seat(code, "Bob") == 200
        tabs = [part for visitor in people for part in (visitor.cookies(), str(TABS))]
        self.process = Process(["node", SCRIPT, "%s/ws/rooms/%s/" % (server.ws_url, code), *tabs],
                               str(folder / "crowd.log"), cwd=str(PROJECT))

    def moments(self, status):
        """When each of them changed to this status, in order."""
        return [float(line.split()[1]) for line in self.process.log().splitlines()
                if line.startswith(status + " ")]


@pytest.fixture
def crowd(own_site, tmp_path):
    crowd = Crowd(own_site, tmp_path)
    yield crowd
    crowd.process.stop()


@pytest.mark.one_stack
def test_all_are_back_soon_after_a_restart_and_not_in_one_moment(own_site, crowd):
    wait_until(lambda: len(crowd.moments("open")) == 2 * TABS, 30, crowd.process.log)
    own_site.stop()
    wait_until(lambda: len(crowd.moments("waiting")) >= 2 * TABS, 10, crowd.process.log)
    own_site.start()
    up = time.time()
    wait_until(lambda: len(crowd.moments("open")) == 4 * TABS, 2 * BACK_SECONDS, crowd.process.log)
    back = [moment - up for moment in crowd.moments("open")[2 * TABS:]]
    print("back %.1f to %.1f s after the server" % (back[0], back[-1]))
    assert back[-1] < patience(BACK_SECONDS)
    assert max(sum(one <= other < one + 0.5 for other in back) for one in back) < patience(TABS), back
