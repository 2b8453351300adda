"""Bots on a phone: a stranger plays at one press, and the host of a small table adds and removes them."""
import time

from playwright.sync_api import expect

from tests.outside.browser.room.test_phone import SMALL, fits


def test_a_stranger_plays_the_first_card_after_one_press(person):
    """Where nothing else runs that takes a second or two; ten are the most that it should take."""
    me = person("Ann", SMALL)
    begun = time.monotonic()
    me.go()
    assert not me.scrolls_sideways()
    me.see("try-alone").click()
    me.wait_for("playing")
    me.see("hand-card").first.click()
    if me.see("play").is_disabled():  # a card that takes two or three
        for place in (1, 2):
            me.see("hand-card").nth(place).click()
            if me.see("play").is_enabled():
                break
    me.see("play").click()
    me.see("take-back").or_(me.page.locator(".room:not([data-phase='playing'])")).first.wait_for()
    print("from the home page to the first card: %.1f s" % (time.monotonic() - begun))
    me.wait_for("round_over")
    assert fits(me)
    expect(me.page.locator(".seat.bot")).to_have_count(2)


def test_two_people_and_a_bot_begin_a_game(person):
    me = person("Ann", SMALL)
    me.open_room()
    me.see("add-bot").click()
    bot = me.see("remove-bot")
    bot.click()
    expect(bot).to_have_count(0)
    me.see("add-bot").click()
    bot.wait_for()
    me.see("add-sharp-bot").click()
    expect(bot).to_have_count(2)
    assert not me.scrolls_sideways()
    me.see("start").click()
    me.wait_for("playing")
