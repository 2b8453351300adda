"""Detours from the table: each says what happened in our own words, and has a way on that works."""
from playwright.sync_api import expect

from tests.outside.visitors import Visitor


def test_somebody_kicked_is_told_and_finds_another_table(table):
    table = table()
    table.crowd.do(table.bots[0].send("kick", player=table.number))
    expect(table.me.see("detour")).to_contain_text("The host has asked you to leave.")
    table.me.page.get_by_role("link", name="Find another table").click()
    expect(table.me.see("join-code")).to_be_visible()


def test_a_personal_link_moves_the_seat_and_tells_the_first_device(table, person):
    table = table().start()
    hand = table.me.hand
    link = table.me.personal_link
    second = person("Ann again")
    second.page.goto(link)
    expect(second.page.get_by_role("heading", name="Welcome back, Ann.")).to_be_visible()
    expect(table.me.see("black-card")).to_be_visible()  # looking alone moves nothing
    second.see("take-seat").click()
    second.wait_for("playing")
    assert second.hand == hand
    expect(table.me.see("detour")).to_contain_text("Your seat has moved to another device.")
    expect(table.me.page.get_by_role("link", name="To my rooms")).to_be_visible()


def test_a_spectator_takes_a_seat_from_the_table(table, person):
    table = table().start()
    me = person("Guest").go("/rooms/%s/" % table.code)
    me.see("watch").click()
    me.wait_for("playing")
    expect(me.see("hand-card")).to_have_count(0)
    me.take_seat()
    expect(me.see("status")).to_contain_text("You are in from the next round")


def test_somebody_skipped_comes_back_with_one_button(table):
    table = table(companions=3).start()
    table.crowd.do(table.bots[0].send("skip", player=table.number))
    me = table.me
    expect(me.page.get_by_text("We went on without you.")).to_be_visible()
    me.see("back").click()
    table.crowd.do(table.bots[0].until(lambda bot: bot.table["players"][table.number]["presence"] == "here"))
    expect(me.see("back")).to_have_count(0)


def test_somebody_who_left_sits_down_again_in_the_same_seat(table):
    table = table(companions=3).start()
    me = table.me
    me.leave()
    me.page.get_by_role("link", name=table.code).click()
    expect(me.page.get_by_role("heading", name="Welcome back, Ann")).to_be_visible()
    me.see("take-seat").click()
    me.room.wait_for()
    table.crowd.do(table.bots[0].until(lambda bot: bot.table["players"][table.number]["presence"] == "here"))


def test_account_pages_look_like_ours(person, site):
    me = person("ann").become(Visitor(site).sign_up("ann-who-looks"))
    for path in ("/accounts/email/", "/accounts/password/change/"):
        me.go(path)
        expect(me.page.get_by_role("link", name="Cards Against Django")).to_be_visible()
        assert not me.scrolls_sideways()
