"""The television page in a second tab of a player's browser."""
from playwright.sync_api import expect

from tests.outside.harness.browser import LAPTOP


def a_screen(table):
    """The television page of the table, in the browser of its person."""
    page = table.me.page.context.new_page()
    page.goto("%s/tv/%s/" % (table.me.site, table.code))
    return page


def test_it_shows_no_hand_and_calls_nobody(table):
    table = table(device=LAPTOP)
    screen = a_screen(table)
    table.start(judge=False)
    table.me.choose()
    expect(screen.get_by_test_id("status")).to_contain_text("Waiting for")
    text = screen.locator("#room").inner_text()
    assert not any(card in text for card in table.me.hand)
    assert "you" not in screen.get_by_test_id("status").inner_text().lower().split()
    expect(screen.get_by_test_id("hand-card")).to_have_count(0)


def test_its_player_is_gone_when_the_page_with_the_seat_is_closed(table):
    table = table(device=LAPTOP)
    screen, bot = a_screen(table), table.bots[0]
    expect(screen.locator(".seat")).to_have_count(3)
    table.me.page.close()
    table.crowd.do(bot.until(lambda bot: bot.table["players"][table.number]["presence"] == "gone"))
    expect(screen.locator(".seat", has_text=table.me.name)).to_be_visible()
