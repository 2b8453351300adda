"""What a lobby does not show comes ahead of time, or when it is needed; where it is lost on the way a person
reads so and tries again.
"""
import re

import pytest
from playwright.sync_api import expect

LATER = re.compile(r"later")
SCRIPT, SHEET = re.compile(r"/js/.*later_parts"), re.compile(r"/css/pages/room_later")


def hears_of(me, pattern):
    """The addresses like this that the page asks for from now on."""
    asked = []
    me.page.on("request", lambda request: asked.append(request.url) if pattern.search(request.url) else None)
    return asked


def is_there(me):
    """Whether what comes later has come, so that nothing more is fetched for it."""
    names = me.page.evaluate("performance.getEntriesByType('resource').map((entry) => entry.name)")
    return any(SCRIPT.search(name) for name in names) and any(SHEET.search(name) for name in names)


def test_a_lobby_fetches_the_rest_ahead_so_that_the_menu_opens_without_a_line(person):
    me = person()
    me.watch.allow("ERR_INTERNET_DISCONNECTED")
    me.open_room()
    me.hears(lambda: is_there(me), "nothing came ahead")
    me.page.context.set_offline(True)
    me.see("menu").click()
    expect(me.page.get_by_role("button", name="Rounds so far")).to_be_visible()


def test_a_browser_that_saves_data_fetches_it_when_a_panel_opens(person):
    me = person().saves_data()
    asked = hears_of(me, LATER)
    me.open_room()
    me.page.wait_for_load_state("networkidle")
    assert not asked
    me.see("menu").click()
    expect(me.page.get_by_role("button", name="Rounds so far")).to_be_visible()
    assert len(asked) == 2


@pytest.mark.parametrize("lost", [SCRIPT, SHEET], ids=["script", "sheet"])
def test_a_menu_that_is_lost_says_so_and_opens_at_the_second_try(person, lost):
    me = person().saves_data()
    me.watch.allow("ERR_FAILED|Failed to fetch dynamically|did not load")
    me.page.route(lost, lambda route: route.abort())
    me.open_room()
    me.see("menu").click()
    expect(me.see("not-loaded")).to_contain_text("This did not load.")
    expect(me.page.get_by_role("alert")).to_have_count(1)  # boot.js leaves it alone
    me.page.unroute(lost)
    me.see("load-again").click()
    expect(me.page.get_by_role("button", name="Rounds so far")).to_be_visible()


@pytest.mark.one_stack
def test_a_list_that_a_panel_shows_is_asked_for_when_the_panel_has_come(person):
    me = person().saves_data()
    me.watch.allow("ERR_FAILED|Failed to fetch dynamically")
    me.page.route(SCRIPT, lambda route: route.abort())
    me.open_room()
    me.see("choose-decks").click()
    expect(me.see("not-loaded")).to_be_visible()
    me.page.unroute(SCRIPT)
    expect(me.see("deck-option").first).to_be_visible()  # nobody has pressed anything


def test_a_game_that_is_lost_on_its_way_comes_by_itself(table):
    table = table()
    me = table.me.saves_data()
    me.watch.allow("ERR_FAILED|Failed to fetch dynamically")
    me.page.route(SCRIPT, lambda route: route.abort())
    me.page.reload()
    host = table.bots[0]
    table.crowd.do(host.until(lambda bot: bot.table["players"][table.number]["presence"] == "here"))
    table.crowd.do(host.send("start_game"))
    me.wait_for("playing")
    expect(me.see("not-loaded")).to_contain_text("This did not load.")
    me.page.unroute(SCRIPT)
    expect(me.see("black-card")).to_be_visible()


def test_a_page_of_a_running_game_fetches_it_at_once(table):
    table = table().start()
    me = table.me.saves_data()
    asked = hears_of(me, LATER)
    me.page.route_web_socket(re.compile("/ws/"), lambda socket: None)  # one that tells nothing
    me.page.reload()
    me.hears(lambda: len(asked) == 2, "it was not asked for")
