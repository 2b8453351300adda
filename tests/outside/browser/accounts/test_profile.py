"""From guest to account and out again: the seat comes along, the profile remembers, and the end is an end."""
import itertools

import pytest
from playwright.sync_api import expect

from tests.outside.browser.person import PASSWORD
from tests.outside.harness.browser import PHONE

SMALL = dict(PHONE, viewport={"width": 320, "height": 568})
numbers = itertools.count(1)


def a_name():
    return "guest-%d" % next(numbers)


def sign_in(me, name):
    me.go("/accounts/login/")
    me.page.fill("main [name=login]", name)
    me.page.fill("main [name=password]", PASSWORD)
    me.page.get_by_role("button", name="Sign in", exact=True).click()
    expect(me.see("me")).to_be_visible()


def win(table):
    """Play a round that the person wins, judged by a bot, and go on to the second one."""
    me = table.me
    me.play()
    table.play()
    judge = table.judge()
    table.turn_all()
    me.wait_for("judging")
    table.crowd.do(judge.send("pick_winner", play=me.own_play()))
    me.wait_for("round_over")
    table.crowd.do(judge.send("next_round"))
    me.wait_for("playing", round=2).has_points(1)


def test_a_guest_who_signs_up_keeps_the_seat_and_finds_it_on_another_device(table, person):
    table, name = table().start(), a_name()
    win(table)
    me = table.me
    expect(me.page.locator(".hand .text").nth(9)).to_be_attached()
    hand = me.hand
    me.sign_up(name, "/rooms/%s/" % table.code)
    me.wait_for("playing", round=2).has_points(1)
    assert me.hand == hand
    second = person("Ann again")
    sign_in(second, name)
    second.page.get_by_role("link", name=table.code).click()
    second.wait_for("playing", round=2).has_points(1)
    assert second.hand == hand


def test_the_profile_remembers_what_was_won(table):
    table, name = table().start(), a_name()
    win(table)
    me = table.me
    me.sign_up(name, "/accounts/profile/")
    expect(me.page.get_by_text("1 round won, 0 games won")).to_be_visible()
    heart = me.see("winning-play").get_by_test_id("heart")
    heart.click()
    expect(heart).to_have_attribute("aria-pressed", "true")
    table.crowd.do(table.bots[0].send("end_game"))
    me.go("/accounts/profile/")
    expect(me.see("past-game")).to_contain_text("Won")
    expect(me.page.get_by_text("1 round won, 1 game won")).to_be_visible()


@pytest.mark.parametrize("device", [PHONE, SMALL], ids=["phone", "small"])
def test_a_name_chosen_in_the_profile_is_offered_at_the_doors(person, device):
    me = person(device=device).sign_up(a_name())
    me.see("me").click()
    me.page.fill("[name=name]", "Annabel Fotheringay-Smi")
    me.page.select_option("[name=language]", "pl")
    me.see("save-profile").click()
    expect(me.page.get_by_role("heading", name="Annabel")).to_be_visible()
    assert not me.scrolls_sideways()
    assert me.see("me").bounding_box()["height"] >= 44
    expect(me.go().page.locator("form", has=me.see("open-room")).get_by_test_id("my-name")).to_have_value(
        "Annabel Fotheringay-Smi")
    assert not me.scrolls_sideways()


def test_whoever_deletes_the_account_leaves_the_table_as_somebody(table, person):
    table, name = table().start(), a_name()
    win(table)
    me, host = table.me, table.bots[0]
    me.sign_up(name, "/rooms/%s/" % table.code)
    second = person("Ann again")
    sign_in(second, name)
    second.go("/rooms/%s/" % table.code).wait_for("playing")
    me.watch.allow("status of 400")
    me.go("/accounts/delete/").page.fill("[name=proof]", "wrong")
    me.see("delete-account").click()
    expect(me.page.get_by_text("That is not your password.")).to_be_visible()
    me.page.fill("[name=proof]", PASSWORD)
    me.see("delete-account").click()
    expect(me.page.get_by_text("Your account is gone.")).to_be_visible()
    table.crowd.do(host.until(lambda bot: bot.table["players"]["3"]["name"] == "Somebody"
                              and bot.table["players"]["3"]["presence"] == "left"))
    expect(second.see("detour")).to_contain_text("This table has a door.")
    expect(me.page.get_by_text(table.code)).to_have_count(0)
