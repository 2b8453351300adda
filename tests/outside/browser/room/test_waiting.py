"""Whoever waits sees the answers come in, and whoever comes back reads what they missed."""
from playwright.sync_api import expect

from tests.outside.harness.browser import LAPTOP


def test_each_answer_that_comes_in_lands_on_the_pile(table):
    table = table(companions=3).start(judge=True)
    me, landed = table.me, table.me.page.locator(".landed[data-of] .drawn")
    expect(me.see("tip")).to_contain_text("You judge")
    expect(landed).to_have_count(0)
    for count, bot in enumerate(table.bots[:2], 1):
        table.crowd.do(bot.play())
        expect(landed).to_have_count(count)
    expect(me.see("thinking").locator(".drawn")).to_have_count(1)
    assert not me.scrolls_sideways()
    me.scrolls_into_sight(me.page.locator(".landed").last)


def plays_without_me(table):
    """The rest of a round, after the host has skipped me, and the next one."""
    host = table.bots[0]
    table.crowd.do(host.until(lambda bot: bot.table["players"][table.number]["presence"] == "gone"))
    table.crowd.do(host.send("skip", player=table.number))
    table.play()
    table.turn_all()
    table.crowd.do(table.judge().send("pick_winner", play="0"))
    table.crowd.do(host.until(lambda bot: bot.phase == "round_over"))
    table.crowd.do(table.judge().send("next_round"))
    table.crowd.do(host.until(lambda bot: bot.phase == "playing"))


def test_whoever_comes_back_reads_what_they_missed_until_a_tap(table):
    table = table(companions=3).start()
    me = table.me
    me.go("/decks/")
    plays_without_me(table)
    me.go("/rooms/%s/" % table.code).wait_for("playing", round=2)
    expect(me.see("caught-up")).to_contain_text("You missed 1 round;")
    me.see("caught-up").click()
    expect(me.see("caught-up")).to_have_count(0)


def test_beside_a_first_round_a_laptop_says_that_nothing_is_won_yet(table):
    table = table(LAPTOP).start()
    expect(table.me.page.locator(".side")).to_contain_text("The first round is still to be won")
