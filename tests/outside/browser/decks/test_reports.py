"""Cards that nobody wants: reported in two taps, dropped by the host, hidden everywhere by a reviewer."""
import hashlib
import json
import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import expect

from tests.outside.browser.crowd import Table
from tests.outside.harness.browser import PHONE

SMALL = dict(PHONE, viewport={"width": 320, "height": 568})


def reports(server):
    """What the server has kept, in the words of its own database, the oldest first."""
    with closing(sqlite3.connect(server.var / "db.sqlite3", timeout=20)) as connection:
        rows = connection.execute("SELECT kind, text, reason FROM decks_cardreport ORDER BY id").fetchall()
    return [dict(zip(("kind", "text", "reason"), row)) for row in rows]


def hide(server, folder, text):
    """Put a card on the list of hidden ones, as a reviewer in another process does."""
    fingerprint = hashlib.sha1(" ".join(text.lower().split()).rstrip(".").encode()).hexdigest()
    fixture = folder / "hidden.json"
    fixture.write_text(json.dumps([{"model": "decks.hiddencard", "fields": {
        "kind": "white", "fingerprint": fingerprint, "text": text, "user": None,
        "created": "2030-01-01T00:00:00Z"}}]))
    server.manage("loaddata", str(fixture))


def about(me, card):
    """Open the sheet about the card in this place."""
    card.get_by_test_id("more").click()
    me.page.get_by_role("dialog", name="About this card").wait_for()


def hand_card(me, place=0):
    return me.page.locator(".hand li").nth(place)


def host_of(table):
    """Somebody who plays the first round and hosts."""
    table = table().start()
    table.crowd.do(table.bots[0].send("make_host", player=table.number))
    table.me.told("You are the host now").wait_for()
    return table.me


@pytest.mark.parametrize("device, scheme", [(PHONE, "dark"), (SMALL, "light")], ids=["phone", "small"])
def test_a_player_reports_a_card_in_two_taps(table, server, device, scheme):
    me = table(device, color_scheme=scheme).start().me
    text, known = me.hand[2], len(reports(server))
    about(me, hand_card(me, 2))
    assert not me.scrolls_sideways()
    me.comes_in_sight(me.see("reason").first)
    me.page.locator("[data-reason=typo]").click()
    me.told("Thank you. Somebody will look at it.").wait_for()
    expect(me.page.get_by_role("dialog")).to_have_count(0)
    mine = reports(server)[known:]
    assert [(one["kind"], one["text"], one["reason"]) for one in mine] == [("white", text, "typo")]
    me.play()  # and nothing was in the way


def test_a_report_finds_the_answer_that_is_meant(table, server):
    table = table().start(judge=True)
    me, known = table.me, len(reports(server))
    table.play()
    me.wait_for("revealing")
    me.turn_all()
    pile = me.page.locator(".pile").nth(1)
    text = pile.locator(".text").first.inner_text()
    about(me, pile)
    me.page.locator("[data-reason=unfunny]").click()
    me.told("Thank you. Somebody will look at it.").wait_for()
    about(me, me.see("black-card"))
    me.page.locator("[data-reason=offensive]").click()
    expect(me.page.get_by_role("dialog")).to_have_count(0)
    me.pick("0")
    me.wait_for("round_over")
    found = reports(server)[known:]
    assert sorted(one["reason"] for one in found) == ["offensive", "unfunny"]
    assert text in [one["text"] for one in found] and {one["kind"] for one in found} == {"black", "white"}


def test_the_host_drops_a_card_from_the_hand_and_gets_another(table):
    me = host_of(table)
    before = me.hand
    about(me, hand_card(me, 0))
    me.press_twice("drop-card")
    me.told("You put a card aside").wait_for()
    expect(me.page.locator(".hand .text").first).not_to_have_text(before[0])
    assert me.hand[1:] == before[1:]


def test_the_host_drops_the_black_card_and_all_choose_anew(table):
    me = host_of(table)
    before = me.see("black-card").text_content()
    me.choose()
    about(me, me.see("black-card"))
    me.press_twice("drop-card")
    me.told("here is another").wait_for()
    expect(me.see("black-card")).not_to_have_text(before)
    expect(me.page.locator("[data-testid=hand-card][aria-pressed=true]")).to_have_count(0)
    me.play()


def test_a_card_that_is_hidden_everywhere_leaves_the_hands_of_a_running_game(new_server, person, crowd,
                                                                             tmp_path):
    server = new_server(env={"CLOCK_SECONDS": "1"})
    table = Table(crowd, server.url, person("Ann", PHONE, site=server.url)).start()
    text, others = table.me.hand[0], table.me.hand[1:]
    hide(server, tmp_path, text)
    table.me.told("A card was taken out of the game").wait_for()
    expect(table.me.page.locator(".hand .text").first).not_to_have_text(text)
    assert table.me.hand[1:] == others
    table.leave()
