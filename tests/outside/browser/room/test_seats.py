"""Asking for a seat at a door where the host lets people in, and leaving one to watch for a while."""
from playwright.sync_api import expect


def test_the_host_lets_somebody_in_with_one_tap(table, person):
    table = table(hosts=True)
    table.me.see("host-panel").click()
    table.me.see("door-ask").click()
    expect(table.me.see("door-ask")).to_have_attribute("aria-pressed", "true")
    table.me.page.keyboard.press("Escape")
    eve = person("Eve").go("/rooms/%s/" % table.code)
    eve.take_seat()
    expect(eve.see("waits")).to_contain_text("Asking Ann whether you may sit down")
    expect(table.me.see("asks")).to_contain_text("Eve asks for a seat: let them in?")
    assert not table.me.scrolls_sideways() and not eve.scrolls_sideways()
    eve.page.reload()
    table.me.see("ask-yes").click()
    expect(table.me.page.locator(".chair, .seat", has_text="Eve").first).to_be_visible()
    expect(eve.see("waits")).to_have_count(0)


def test_a_player_watches_for_a_while_and_takes_the_seat_again(table):
    table = table(hosts=True, companions=3)
    me = table.me
    me.see("start").click()
    me.wait_for("playing")
    me.see("menu").click()
    me.press_twice("watch-a-while")
    expect(me.see("take-seat")).to_have_text("Take my seat again")
    assert not me.scrolls_sideways()
    me.see("take-seat").click()
    expect(me.see("take-seat")).to_have_count(0)
    expect(me.see("host-panel")).to_be_visible()
