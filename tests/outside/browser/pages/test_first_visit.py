"""What the first visit of a room costs: requests and bytes always, seconds where somebody measures
(CARDS_MEASURE=1). What a page fetches ahead, once it has nothing else to do, is no part of it: these browsers
save data, so that nothing is (test_later.py tries the others).

The seconds are for a phone far away: 150 ms for each round trip, and a processor four times slower than this
one. They mean something on an idle machine only.
"""
import os
import time

import pytest

from tests.outside.harness.server import is_classic
from tests.outside.visitors import Visitor

REQUESTS, BYTES, SECONDS = 12, 50 * 1024, 2.5
# What the page weighs more on the classic stack, which does not compress it, and scripts as gzip instead of
# brotli.
UNCOMPRESSED = 16 * 1024
FAR = {"offline": False, "latency": 150, "downloadThroughput": -1, "uploadThroughput": -1}
MEASURED = bool(os.environ.get("CARDS_MEASURE"))


@pytest.fixture
def newcomer(person, site):
    """Somebody whose browser has never seen the site, with a seat in a room and the room's path."""
    visitor = Visitor(site)
    code = visitor.open_room("Ann")
    me = person("Ann").saves_data()
    me.page.context.add_cookies([{"name": cookie.name, "value": cookie.value, "url": site}
                                 for cookie in visitor.http.cookies])
    return me, "/rooms/%s/" % code


def listened(me):
    """What the page asks for, as it comes in: ({request: address}, {request: bytes, headers included})."""
    session = me.page.context.new_cdp_session(me.page)
    session.send("Network.enable")
    asked, weights = {}, {}
    session.on("Network.requestWillBeSent",
               lambda event: asked.update({event["requestId"]: event["request"]["url"]}))
    session.on("Network.webSocketCreated", lambda event: asked.update({event["requestId"]: event["url"]}))
    session.on("Network.loadingFinished",
               lambda event: weights.update({event["requestId"]: event["encodedDataLength"]}))
    return session, asked, weights


def test_the_first_visit_of_a_room_asks_for_little(newcomer):
    me, path = newcomer
    _, asked, weights = listened(me)
    me.go(path).wait_for("lobby")
    me.page.wait_for_load_state("networkidle")
    table = "\n".join("%7d %s" % (weights.get(request, 0), address) for request, address in asked.items())
    print("first visit of a room: %d requests, %d bytes" % (len(asked), sum(weights.values())))
    assert len(asked) <= REQUESTS, table
    assert sum(weights.values()) <= BYTES + UNCOMPRESSED * is_classic(), table


def test_the_second_visit_asks_for_the_page_alone(newcomer):
    me, path = newcomer
    me.go(path).wait_for("lobby")
    _, asked, weights = listened(me)
    me.go(path).wait_for("lobby")
    me.page.wait_for_load_state("networkidle")
    kept = [address for address in asked.values() if "/js/" in address or "/css/" in address]
    fetched = [asked[request] for request, weight in weights.items() if weight and asked.get(request) in kept]
    assert kept and not fetched


@pytest.mark.skipif(not MEASURED, reason="the time of an idle machine, for CARDS_MEASURE=1")
def test_far_away_on_a_slow_phone_the_table_stands_soon(newcomer):
    me, path = newcomer
    session, _, _ = listened(me)
    session.send("Network.emulateNetworkConditions", FAR)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    begun = time.monotonic()
    me.page.goto(me.site + path, wait_until="commit")
    me.wait_for("lobby")
    seconds = time.monotonic() - begun
    print("first visit of a room, far away on a slow phone: %.1f s" % seconds)
    assert seconds < SECONDS
