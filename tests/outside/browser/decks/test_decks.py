"""Finding a deck on its pages and in the lobby: by words, hearts, memory and code."""
import hashlib
import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.outside.harness.browser import LAPTOP, PHONE
from tests.outside.harness.server import Server
from tests.outside.visitors import Visitor

SMALL = dict(PHONE, viewport={"width": 320, "height": 568})
STARTERS = len(list((Path(__file__).parents[4] / "decks" / "starter").glob("*.json")))
SECRET = "CDFGHJK3"
WHITE = ["card number %d" % number for number in range(60)]


def rows():
    """A family deck, an adult one, and one that is not listed and shares a dozen cards with the first."""
    decks = [("Camping", "camping", "family", True, "CDFGHJK4", WHITE[:40]),
             ("Late Night Diner", "diner", "adult", True, "CDFGHJK6", WHITE[40:]),
             ("Secret Santa", "secret-santa", "family", False, SECRET, WHITE[28:44])]
    for pk, (name, slug, rating, listed, code, cards) in enumerate(decks, 101):
        yield "deck", pk, {"name": name, "slug": slug, "rating": rating, "listed": listed, "code": code,
                           "status": "published",
                           "tags": "outdoors" if slug == "camping" else "", "created": "2026-01-01T00:00:00Z",
                           "updated": "2026-01-01T00:00:00Z"}
        for place, text in enumerate(cards + ["Why is %s like _?" % name]):
            kind = "whitecard" if text in WHITE else "blackcard"
            yield kind, 1000 * pk + place, {"deck": pk, "text": text, "position": place,
                                            "fingerprint": hashlib.sha1(text.lower().encode()).hexdigest()}


@pytest.fixture(scope="module")
def shop(tmp_path_factory, var_template):
    """A server with more decks than the starters."""
    folder = tmp_path_factory.mktemp("shop")
    server = Server(folder, var_template=var_template)
    fixture = folder / "decks.json"
    fixture.write_text(json.dumps([{"model": "decks." + model, "pk": pk, "fields": fields}
                                   for model, pk, fields in rows()]))
    server.manage("loaddata", str(fixture))
    yield server.start()
    server.stop()


@pytest.fixture
def site(shop):
    return shop.url


def chosen(me):
    return [text.split("\n")[0] for text in me.page.locator(".boxes .box").all_inner_texts()]


@pytest.mark.parametrize("device", [SMALL, LAPTOP])
def test_a_visitor_finds_a_deck_and_plays_with_it(person, device):
    me = person("Ann", device).go()
    me.see("to-the-decks").click()
    expect(me.see("deck-box")).to_have_count(STARTERS + 2)
    assert not me.scrolls_sideways()
    me.page.get_by_role("link", name="outdoors").click()
    expect(me.see("deck-box")).to_have_count(1)
    me.comes_in_sight(me.see("chosen-tag"))
    me.see("deck-box").click()
    expect(me.page.locator(".samples .card")).to_have_count(9)
    assert not me.scrolls_sideways()
    me.see("play-deck").click()
    expect(me.see("with-deck")).to_contain_text("Camping")
    me.page.locator("form", has=me.see("open-room")).get_by_test_id("my-name").fill("Ann")
    me.see("open-room").click()
    me.wait_for("lobby")
    assert chosen(me) == ["Camping"]


def test_a_code_opens_its_deck_and_the_link_is_copied(person):
    me = person().go("/decks/")
    me.see("deck-code").fill("cdfg hjk3")
    me.page.get_by_role("button", name="Open").click()
    expect(me.page.get_by_role("heading", name="Secret Santa")).to_be_visible()
    assert me.copies(me.page.get_by_role("button", name="Copy link").click) == me.page.url
    expect(me.page.get_by_text("The link is copied.")).to_be_visible()


def test_a_host_adds_a_deck_by_its_code_and_hears_what_is_double(table):
    table = table(hosts=True)
    me = table.me
    me.watch.allow("status of 404")
    me.see("choose-decks").click()
    me.page.get_by_text("I have a code").click()
    me.see("deck-code").fill("cdf")
    me.see("add-code").click()
    expect(me.page.get_by_text("No deck has this code.")).to_be_visible()
    expect(me.see("deck-code")).to_have_value("cdf")
    me.see("deck-code").fill(SECRET.lower())
    me.see("add-code").click()
    expect(me.page.get_by_text("Secret Santa is chosen.")).to_be_visible()
    me.page.locator("[data-testid=deck-option]", has_text="Camping").click()
    expect(me.see("doubles")).to_have_text("12 cards are double and dealt once")
    me.see("doubles").click()
    expect(me.see("twins").locator("li")).to_have_count(12)
    assert not me.scrolls_sideways()
    me.see("doubles").click()
    expect(me.see("deck-option").first).to_be_visible()
    me.see("decks-done").click()
    table.crowd.do(table.bots[0].until(lambda bot: len(bot.table["decks"]) == 3
                                       and bot.table["doubles"]["white"] == 12))


@pytest.mark.parametrize("device", [SMALL, LAPTOP])
def test_a_deck_in_the_lobby_has_its_whole_name_beside_its_box(person, device):
    me = person("Ann", device)
    me.open_room()
    me.see("choose-decks").click()
    row = me.see("deck-option").first
    box, name = (row.locator(part).bounding_box() for part in (".tick-box", "b"))
    assert box["x"] + box["width"] <= name["x"] and name["width"] > 100
    tick = me.see("family-table").bounding_box()
    label = me.page.locator("label", has=me.see("family-table")).bounding_box()
    assert tick["width"] + 60 < label["width"] and label["height"] < 60  # beside it, not above


def test_a_family_table_hides_adult_decks_and_is_remembered(person):
    me = person("Ann")
    me.open_room()
    me.see("choose-decks").click()
    diner = me.page.locator("[data-testid=deck-option]", has_text="Late Night Diner")
    diner.click()
    me.see("family-table").check()
    expect(diner).to_have_count(0)
    expect(me.page.get_by_text("1 deck goes back on the shelf")).to_be_visible()
    me.see("decks-done").click()
    expect(me.page.locator(".boxes .box")).to_have_count(1)
    me.page.reload()
    me.see("choose-decks").click()
    expect(me.see("family-table")).to_be_checked()
    me.see("deck-option").first.wait_for()
    expect(diner).to_have_count(0)


def test_what_was_chosen_before_is_found_in_the_next_room(person):
    me = person("Ann")
    me.open_room()
    me.see("choose-decks").click()
    me.see("tab-recent").click()
    expect(me.page.get_by_text("Decks that you choose on this device will be here.")).to_be_visible()
    me.see("tab-all").click()
    me.page.locator("[data-testid=deck-option]", has_text="Camping").click()
    me.open_room()
    me.see("choose-decks").click()
    me.see("tab-recent").click()
    expect(me.see("deck-option")).to_have_count(1)
    expect(me.see("deck-option")).to_contain_text("Camping")


def test_a_heart_on_a_deck_leads_to_it_in_the_lobby(person, site):
    me = person("Ann").become(Visitor(site).sign_up("ann-of-hearts")).go("/decks/camping/")
    me.see("heart").click()
    expect(me.see("heart")).to_have_attribute("aria-pressed", "true")
    me.open_room()
    me.see("choose-decks").click()
    me.see("tab-favourites").click()
    expect(me.see("deck-option")).to_have_count(1)
    me.see("deck-option").click()
    me.see("decks-done").click()
    expect(me.page.locator(".boxes .box")).to_have_count(2)
