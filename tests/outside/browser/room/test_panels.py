"""Panels over the table: the way back, messages above them, double taps, and where the focus goes."""
from playwright.sync_api import expect

FOCUSED = "document.activeElement.dataset.testid || document.activeElement.tagName"


def test_back_closes_the_panel_and_not_the_room(table):
    me = table().me
    me.see("menu").click()
    me.page.get_by_role("button", name="Rounds so far").click()
    me.page.go_back()
    expect(me.page.get_by_role("dialog")).to_have_count(0)
    me.wait_for("lobby")
    assert me.page.evaluate(FOCUSED) == "menu"


def test_a_message_is_above_the_open_panel(table):
    me = table(hosts=True).me
    me.see("menu").click()
    me.page.get_by_text("My seat on another device").click()
    me.copies(me.page.get_by_role("button", name="Copy my link").click)
    box = me.told("Your personal link is copied").bounding_box()
    above = me.page.evaluate("([x, y]) => document.elementFromPoint(x, y).className",
                             [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2])
    assert "toast" in above


def test_a_double_tap_removes_nobody(table):
    me = table(hosts=True).me
    me.see("menu").click()
    me.see("kick").first.dblclick()
    expect(me.see("kick").first).to_have_text("Yes, remove")
    expect(me.page.locator(".people li")).to_have_count(3)


def test_the_focus_goes_to_the_heading_of_the_next_phase(table):
    table = table().start()
    me = table.me
    me.play()
    table.play()
    me.wait_for("revealing")
    assert me.page.evaluate(FOCUSED) == "H1"
    expect(me.page.locator("h1")).to_have_count(1)
