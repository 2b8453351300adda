"""A host with more decks of their own than a screen shows chooses them all, and every choice is sent once."""
import json

import pytest
from playwright.sync_api import expect

from tests.outside.harness.browser import PHONE
from tests.outside.harness.process import wait_until
from tests.outside.tables import sit
from tests.outside.visitors import Visitor

OWN = 204
FIRST = 1001


def rows(owner):
    """So many unlisted decks of the account `owner`, each with a share code and a card."""
    for pk in range(FIRST, FIRST + OWN):
        yield "deck", pk, {"name": "Own %d" % pk, "slug": "own-%d" % pk, "listed": False,
                           "code": "CDFG%d" % pk, "owner": owner,
                           "status": "published", "created": "2026-01-01T00:00:00Z",
                           "updated": "2026-01-01T00:00:00Z"}
        yield "whitecard", pk, {"deck": pk, "text": "card %d" % pk, "position": 0,
                                "fingerprint": "%040d" % pk}


@pytest.fixture
def keen(new_server, tmp_path):
    """A server on which the first account to be made has all these decks."""
    server = new_server()
    visitor = Visitor(server.url).sign_up("keen")
    fixture = tmp_path / "decks.json"
    fixture.write_text(json.dumps([{"model": "decks." + model, "pk": pk, "fields": fields}
                                   for model, pk, fields in rows(owner=1)]))
    server.manage("loaddata", str(fixture))
    return server, visitor


def test_the_last_of_two_hundred_decks_is_chosen_like_the_first(keen, person, crowd):
    server, visitor = keen
    code, sent = visitor.open_room("Keen"), []
    me = person("Keen", PHONE, site=server.url)
    me.page.on("websocket", lambda line: line.on("framesent", lambda frame: sent.append(json.loads(frame))))
    me.sit(visitor, code)
    bot = crowd.do(sit(visitor, code))
    crowd.do(bot.send("choose_decks", decks=list(range(FIRST, FIRST + OWN - 1))))
    me.see("choose-decks").click()
    me.page.get_by_role("searchbox").fill("Own %d" % (FIRST + OWN - 1))
    last = me.page.locator("[data-testid=deck-option][data-deck='%d']" % (FIRST + OWN - 1))
    last.click()
    wait_until(lambda: me.page.wait_for_timeout(50) or len(bot.table["decks"]) == OWN, 20,
               "the last deck was not chosen")
    expect(last).to_have_attribute("aria-pressed", "true")
    choices = [frame for frame in sent if frame["move"] == "choose_decks"]
    assert len(choices) == 1 and "codes" not in choices[0]["args"]
    crowd.do(bot.close())


def test_a_move_that_is_too_big_is_told_once_and_the_line_stays_up(person):
    me, sent, lines = person(), [], []

    def opened(line):
        lines.append(line)
        line.on("framesent", lambda frame: sent.append(json.loads(frame)))
    me.page.on("websocket", opened)
    me.open_room()
    me.page.evaluate("""() => {
        const {encode} = TextEncoder.prototype;  // which measures each move
        TextEncoder.prototype.encode = function (text) {
          return /choose_decks/.test(text) ? new Uint8Array(20000) : encode.call(this, text);
        };
    }""")
    me.see("choose-decks").click()
    me.see("deck-option").first.click()
    expect(me.told("That was too much at once")).to_be_visible()
    me.page.wait_for_timeout(5000)
    assert len(lines) == 1 and not [frame for frame in sent if frame["move"] == "choose_decks"]
