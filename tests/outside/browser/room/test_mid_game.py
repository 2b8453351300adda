"""What the host changes while a game runs, and the time of a phase."""
from playwright.sync_api import expect


def test_points_change_in_mid_game_and_everybody_is_told(table, person):
    table = table(hosts=True)
    other = person("Wes").go("/rooms/%s/" % table.code)
    other.see("watch").click()
    table.me.see("start").click()
    table.me.wait_for("playing")
    other.wait_for("playing")
    table.me.see("menu").click()
    table.me.see("open-rules").click()
    table.me.page.locator(".group summary", has_text="End").click()
    table.me.page.get_by_label("Points to win").select_option("10")
    expect(table.me.told("You changed: Points to win: 10")).to_be_visible()
    expect(other.told("Ann changed: Points to win: 10")).to_be_visible()


def test_the_host_stops_the_clock_and_lets_it_run(table):
    table = table(hosts=True)
    me, bot = table.me, table.bots[0]
    me.see("start").click()
    me.wait_for("playing")
    me.see("clock").click()
    me.see("stop-clock").click()
    table.crowd.do(bot.until(lambda bot: bot.table.get("clock_stopped", {}).get("left", 0) > 0))
    me.page.keyboard.press("Escape")
    expect(me.see("clock-stopped")).to_contain_text("You have stopped the clock")
    me.see("start-clock").click()
    table.crowd.do(bot.until(lambda bot: "deadline" in bot.table))
    expect(me.see("clock-stopped")).to_have_count(0)


def test_a_deck_is_added_in_mid_game_and_hands_stay(table):
    table = table(hosts=True)
    me = table.me
    me.see("start").click()
    me.wait_for("playing")
    hand = me.hand
    me.see("menu").click()
    me.see("open-decks").click()
    me.page.get_by_role("searchbox").fill("PRINTERS friday")
    me.see("deck-option").click()
    assert not me.scrolls_sideways()
    me.see("add-decks").click()
    expect(me.told("You add Works on My Machine")).to_be_visible()
    table.crowd.do(table.bots[0].until(lambda bot: len(bot.table["decks"]) == 2))
    assert me.hand == hand


def test_what_is_chosen_goes_out_when_the_time_is_up(table):
    table = table()
    table.crowd.do(table.bots[0].send("change_settings", settings={"seconds": {"playing": 15}}))
    table.start()
    me = table.me
    me.choose()
    expect(me.see("play")).to_be_enabled()
    me.wait_for("revealing")
    expect(me.page.locator(".piles > li")).to_have_count(1)
    expect(me.told("Too late")).to_have_count(0)
