"""The host's panel on a phone."""
from playwright.sync_api import expect


def test_the_host_plays_for_who_is_waited_for_with_two_taps(table):
    table = table(hosts=True)
    me = table.me
    me.see("start").click()
    me.wait_for("playing")
    me.see("host-panel").click()
    assert not me.scrolls_sideways()
    me.see("play-for").first.click()
    expect(me.page.locator(".toast", has_text="played by chance")).to_be_visible()


def test_a_locked_room_takes_nobody_new_in_and_says_so(table, person):
    table = table(hosts=True)
    table.me.see("host-panel").click()
    table.me.see("door-locked").click()
    expect(table.me.see("door-locked")).to_have_attribute("aria-pressed", "true")
    other = person("Wes").go("/rooms/%s/" % table.code)
    other.see("watch").click()
    expect(other.see("locked")).to_contain_text("The host has locked the room")
